package org.aforo.ui.internal.records;

import java.nio.file.Path;
import java.util.List;

import org.aforo.ui.Notices;
import org.aforo.ui.internal.files.FileExport;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Writes a record's data to a file. */
final class SaveRecord {

    private SaveRecord() {
    }

    static void ask(Shell shell, List<PeekedRecord> chosen) {
        if (chosen.isEmpty()) {
            Notices.failed(Messages.saveTitle, Messages.saveNothing);
            return;
        }
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(Messages.saveTitle);
        dialog.setOverwrite(true);
        String key = chosen.get(0).key();
        dialog.setFileName(key.isEmpty() ? "record.bin"
                : key.substring(key.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_"));
        String file = dialog.open();
        if (file != null) {
            write(Path.of(file), chosen);
        }
    }

    /** In the background; several records one after the other. */
    static Job write(Path file, List<PeekedRecord> chosen) {
        boolean cut = chosen.stream().anyMatch(PeekedRecord::truncated);
        return FileExport.write(Messages.saveTitle, file, NLS.bind(cut ? Messages.savedCut : Messages.saved, file),
                out -> {
                    for (PeekedRecord one : chosen) {
                        out.write(one.data());
                    }
                });
    }
}
