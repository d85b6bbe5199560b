package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.aforo.client.Listening;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.Notices;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.part.ViewPart;

/** Scenario files on one side, what becomes of the chosen one on the other. */
public final class ScenariosView extends ViewPart {

    public static final String ID = "org.aforo.ui.scenarios";

    private static final int MILLIS = 200;

    private TableViewer list;
    private RunPanel panel;
    private ScenarioLabels labels;
    private FolderWatch watch;
    private Listening runs;
    private String last = "";
    private final IPreferenceChangeListener moved = change -> {
        if (change.getKey().equals(ScenarioFolder.PREFERENCE)) {
            Display.getDefault().asyncExec(this::open);
        }
    };

    @Override
    public void createPartControl(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        createList(sash);
        panel = new RunPanel(sash);
        sash.setWeights(2, 3);
        parent.addListener(SWT.Resize, e -> {
            var size = parent.getClientArea();
            sash.setOrientation(size.width < size.height ? SWT.VERTICAL : SWT.HORIZONTAL);
        });
        LiveUpdate update = LiveUpdate.of(list.getControl(), MILLIS, this::update);
        runs = Runs.shared().listen(update::request);
        InstanceScope.INSTANCE.getNode(ScenarioFolder.NODE).addPreferenceChangeListener(moved);
        open();
    }

    private void createList(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        TableColumnLayout columns = new TableColumnLayout();
        box.setLayout(columns);
        list = new TableViewer(box, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
        list.getTable().setHeaderVisible(true);
        list.getTable().getAccessible().addAccessibleListener(new NamedControl(Messages.list_name));
        list.setContentProvider(ArrayContentProvider.getInstance());
        labels = new ScenarioLabels(list.getTable().getDisplay());
        column(columns, Messages.column_scenario, 4, ScenarioLabels.Column.NAME);
        column(columns, Messages.column_result, 3, ScenarioLabels.Column.RESULT);
        column(columns, Messages.column_when, 2, ScenarioLabels.Column.WHEN);
        list.addSelectionChangedListener(e -> panel.show(selected()));
        list.addOpenListener(e -> selected().ifPresent(file -> OpenHandler.open(getSite().getPage(), file)));
        MenuManager menu = new MenuManager();
        list.getTable().setMenu(menu.createContextMenu(list.getTable()));
        getSite().registerContextMenu(menu, list);
        getSite().setSelectionProvider(list);
    }

    private void column(TableColumnLayout columns, String title, int weight, ScenarioLabels.Column what) {
        TableViewerColumn column = new TableViewerColumn(list, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(labels.of(what));
        column.getColumn().pack(); // its title has room in any language
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight, column.getColumn().getWidth()));
    }

    /** The scenario that is chosen. */
    public Optional<Path> selected() {
        IStructuredSelection selection = list.getStructuredSelection();
        return Optional.ofNullable((Path) selection.getFirstElement());
    }

    /** Chooses a scenario of the folder. */
    public void select(Path file) {
        list.setSelection(new StructuredSelection(file), true);
    }

    private void open() {
        if (list.getControl().isDisposed()) {
            return;
        }
        closeWatch();
        refresh();
        try {
            watch = new FolderWatch(ScenarioFolder.path(), () -> Display.getDefault().asyncExec(this::refresh));
        } catch (IOException e) {
            watch = null; // Refresh (F5) still works
        }
    }

    /** Reads the folder again. */
    public void refresh() {
        if (list.getControl().isDisposed()) {
            return;
        }
        try {
            List<Path> files = ScenarioFolder.files();
            if (!files.equals(list.getInput())) {
                Optional<Path> before = selected();
                list.setInput(files);
                before.filter(files::contains).or(() -> files.stream().findFirst()).ifPresent(this::select);
            }
        } catch (IOException e) {
            list.setInput(List.of());
            Notices.failed(Messages.folder_failed, e.getMessage());
        }
    }

    private void update() {
        list.refresh();
        panel.update();
        // its process goes on for a moment after it told how the run ended
        String state = selected().map(file -> Runs.shared().of(file).map(Run::state) + " "
                + Runs.shared().running(file)).orElse("");
        if (!state.equals(last)) {
            last = state;
            // What can be done with it is another now; tool bars ask only when told to.
            getSite().getService(IEventBroker.class).send(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC,
                    UIEvents.ALL_ELEMENT_ID);
        }
    }

    @Override
    public void setFocus() {
        list.getControl().setFocus();
    }

    private void closeWatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    @Override
    public void dispose() {
        InstanceScope.INSTANCE.getNode(ScenarioFolder.NODE).removePreferenceChangeListener(moved);
        closeWatch();
        if (runs != null) {
            runs.close();
        }
        super.dispose();
    }
}
