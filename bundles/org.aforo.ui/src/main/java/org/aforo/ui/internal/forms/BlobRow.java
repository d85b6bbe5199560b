package org.aforo.ui.internal.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.ui.Notices;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

/** Bytes: as text, as Base64, or a file's. */
final class BlobRow extends Row {

    private static final int LINES = 3;
    private static final int WIDTH = 120;
    /** A control API's request holds 16 MiB; Base64 needs a third more. */
    private static final long MOST = 11L << 20;

    private final BlobNode node;
    private Combo as;
    private Text text;
    private Button browse;
    private boolean showing;
    private Display display;

    BlobRow(Form form, FormItem item, BlobNode node) {
        super(form, item);
        this.node = node;
    }

    @Override
    Control widget() {
        return text;
    }

    @Override
    void create(Composite parent) {
        label(parent, SWT.BEGINNING);
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(box);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(box);
        text = new Text(box, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP);
        text.setMessage(node.schema().limits());
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, text.getLineHeight() * LINES).applyTo(text);
        text.addListener(SWT.Modify, event -> typed());
        // a tab leads on to the next field
        text.addListener(SWT.Traverse, event -> event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT
                || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        Composite side = new Composite(box, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(side);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(side);
        as = new Combo(side, SWT.READ_ONLY);
        as.setItems(Messages.blobText, Messages.blobBase64, Messages.blobFile);
        as.addListener(SWT.Selection, event -> turn());
        browse = new Button(side, SWT.PUSH);
        browse.setText(Messages.browse);
        browse.addListener(SWT.Selection, event -> choose());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(as);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(browse);
        field(as, NLS.bind(Messages.blobFormOf, item().label()));
        field(browse, NLS.bind(Messages.browseFor, item().label()));
        field(text, item().label());
        show();
        below(parent);
    }

    private void show() {
        showing = true;
        as.select(node.form().ordinal());
        text.setText(node.text());
        text.setEditable(node.form() != BlobNode.Form.FILE);
        browse.setEnabled(node.form() == BlobNode.Form.FILE);
        showing = false;
    }

    private void turn() {
        BlobNode.Form to = BlobNode.Form.values()[as.getSelectionIndex()];
        if (to == BlobNode.Form.FILE) {
            node.file("", new byte[0]);
            show();
            form().changed(item());
            choose();
        } else {
            node.turn(to);
            show();
            form().changed(item());
        }
    }

    private void typed() {
        if (!showing && node.form() != BlobNode.Form.FILE) {
            node.type(node.form(), text.getText());
            form().changed(item());
        }
    }

    private void choose() {
        FileDialog dialog = new FileDialog(text.getShell(), SWT.OPEN);
        dialog.setText(NLS.bind(Messages.browseFor, item().label()));
        display = text.getDisplay();
        String chosen = dialog.open();
        if (chosen != null) {
            Job.create(Messages.readFile, monitor -> {
                read(Path.of(chosen));
                return Status.OK_STATUS;
            }).schedule();
        }
    }

    private void read(Path file) {
        try {
            long size = Files.size(file);
            if (size > MOST) {
                Notices.failed(Messages.readFile, NLS.bind(Messages.fileTooLarge, new Object[] {file, size, MOST}));
                return;
            }
            byte[] content = Files.readAllBytes(file);
            if (node.schema().streaming() && BlobNode.readable(content).isEmpty()) {
                Notices.failed(Messages.readFile, NLS.bind(Messages.fileNotText, file));
                return;
            }
            display.asyncExec(() -> took(file, content));
        } catch (IOException e) {
            Notices.failed(Messages.readFile, NLS.bind(Messages.fileNotRead, file, e.getMessage()));
        }
    }

    private void took(Path file, byte[] content) {
        if (!text.isDisposed()) {
            node.file(file.toString(), content);
            show();
            form().changed(item());
        }
    }
}
