package org.aforo.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IViewPart;

/** Scenario files of the workspace, and their rows in the Scenarios view. */
final class ScenarioFiles {

    static final String VIEW = "org.aforo.ui.scenarios";

    private ScenarioFiles() {
    }

    /** Writes a file and waits for its row, which is then selected. */
    static Path write(String name, String text) throws IOException {
        IViewPart view = Ui.show(VIEW); // makes the folder
        Path file = Path.of(Platform.getInstanceLocation().getURL().getPath(), "scenarios", name + ".yaml");
        Files.writeString(file, text);
        Table table = Ui.find(Ui.control(view), Table.class, any -> true);
        Ui.until("the row of " + name, () -> row(table, name) != null);
        table.setSelection(row(table, name));
        Event event = new Event();
        event.item = row(table, name);
        table.notifyListeners(SWT.Selection, event);
        Ui.settle();
        return file;
    }

    /** What the row says of the last run. */
    static String result(String name) {
        TableItem row = row(Ui.find(Ui.control(Ui.show(VIEW)), Table.class, any -> true), name);
        return row == null ? "" : row.getText(1);
    }

    private static TableItem row(Table table, String name) {
        for (TableItem item : table.getItems()) {
            if (item.getText().equals(name)) {
                return item;
            }
        }
        return null;
    }
}
