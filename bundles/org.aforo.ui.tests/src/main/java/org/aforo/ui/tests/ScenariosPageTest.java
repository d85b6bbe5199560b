package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the scenarios are is a preference. */
class ScenariosPageTest {

    @Test
    void anotherFolderIsShownAtOnceAndTheWorkspacesAgain(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("elsewhere.yaml"), "name: Elsewhere\n");
        Table table = Ui.find(Ui.control(Ui.show(ScenarioFiles.VIEW)), Table.class, any -> true);
        Ui.until("the shipped scenarios", () -> names(table).contains("firehose-lab"));
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Ui.window().getShell(),
                "org.aforo.ui.scenarios", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Shell shell = dialog.getShell();
        try {
            Text field = Ui.find(shell, Text.class, text -> (text.getStyle() & SWT.SEARCH) == 0 && text.isVisible());
            Ui.type(field, folder.toString());
            press(shell, "Apply");
            Ui.until("the folder's scenario", () -> names(table).equals(List.of("elsewhere")));

            press(shell, "Restore Defaults");
            assertThat(field.getText()).isEmpty();
            press(shell, "Apply");
            Ui.until("the shipped scenarios", () -> names(table).contains("firehose-lab"));
        } finally {
            dialog.close();
        }
    }

    private static void press(Shell shell, String button) {
        Ui.click(Ui.find(shell, Button.class, one -> one.isVisible() && one.getText().replace("&", "").equals(button)));
    }

    private static List<String> names(Table table) {
        return Arrays.stream(table.getItems()).map(TableItem::getText).toList();
    }
}
