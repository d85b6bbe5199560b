package org.aforo.ui.internal.faults;

import java.util.List;
import java.util.function.Function;

import org.aforo.client.Listening;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.internal.resources.Accessibles;
import org.aforo.ui.internal.resources.Figures;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** The faults that are active on all benches, kept up to date while it is open; beside the workbench, not before it. */
final class FaultsDialog extends Dialog {

    private static final int REMOVE = IDialogConstants.CLIENT_ID + 1;
    private static final int REMOVE_ALL = IDialogConstants.CLIENT_ID + 2;
    private static final int HALF_SECOND = 500;

    private TableViewer viewer;
    private Label empty;

    FaultsDialog(Shell parent) {
        super(parent);
        setShellStyle(SWT.DIALOG_TRIM | SWT.RESIZE | SWT.MODELESS);
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.list_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        viewer = new TableViewer(area, SWT.BORDER | SWT.MULTI | SWT.FULL_SELECTION);
        viewer.getTable().setHeaderVisible(true);
        Accessibles.name(viewer.getTable(), Messages.list_title);
        GridDataFactory.fillDefaults().grab(true, true).hint(720, 220).applyTo(viewer.getTable());
        column(Messages.column_effect, 130, ActiveFault::summary);
        column(Messages.column_service, 90, ActiveFault::service);
        column(Messages.column_operation, 120, ActiveFault::operation);
        column(Messages.column_resource, 250, ActiveFault::resource);
        column(Messages.column_lasts, 70,
                f -> f.lastsSeconds().isPresent() ? Figures.rate(f.lastsSeconds().getAsDouble()) : Messages.for_ever);
        column(Messages.column_connection, 120, f -> f.connection().name());
        viewer.setContentProvider(ArrayContentProvider.getInstance());
        viewer.getTable().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL) {
                remove();
            }
        });
        empty = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(empty);
        LiveUpdate updates = LiveUpdate.of(viewer.getTable(), HALF_SECOND, this::update);
        Listening faults = ActiveFaults.shared().listen(updates::request);
        viewer.getTable().addDisposeListener(gone -> faults.close());
        viewer.addSelectionChangedListener(event -> enable());
        return area;
    }

    private void column(String title, int width, Function<ActiveFault, String> text) {
        TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((ActiveFault) element);
            }
        });
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, REMOVE, Messages.list_remove, false);
        createButton(parent, REMOVE_ALL, Messages.list_clear, false);
        createButton(parent, IDialogConstants.CLOSE_ID, Messages.list_close, true);
        update();
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case REMOVE -> remove();
            case REMOVE_ALL -> ActiveFaults.shared().all().stream().map(ActiveFault::connection).distinct()
                    .forEach(Removing::all);
            default -> close();
        }
    }

    private void remove() {
        List<ActiveFault> chosen = ((List<?>) viewer.getStructuredSelection().toList()).stream()
                .map(ActiveFault.class::cast).toList();
        chosen.stream().map(ActiveFault::connection).distinct().forEach(
                bench -> Removing.these(bench, chosen.stream().filter(f -> f.connection() == bench).toList()));
    }

    private void update() {
        List<ActiveFault> now = ActiveFaults.shared().all();
        if (!now.equals(viewer.getInput())) {
            viewer.setInput(now);
        }
        empty.setText(now.isEmpty() ? Messages.list_empty : "");
        enable();
    }

    private void enable() {
        if (getButton(REMOVE) != null) {
            getButton(REMOVE).setEnabled(!viewer.getStructuredSelection().isEmpty());
            getButton(REMOVE_ALL).setEnabled(viewer.getTable().getItemCount() > 0);
        }
    }
}
