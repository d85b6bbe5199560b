package org.aforo.ui.internal.flow;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.Selections;
import org.aforo.ui.ViewAction;
import org.aforo.ui.internal.faults.ActiveFaults;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

/** The topology of a bench from its resources' links, with what flows now. */
public final class FlowView extends ViewPart implements IShowInTarget {

    /** Of this view, and of its keys' context. */
    public static final String ID = "org.aforo.ui.flow";

    private static final int UPDATE = 250;
    private static final int MANY = 1_000;
    private static final long LOOK = 1_000_000_000L;
    private static final double ZOOM = 1.25;

    private final SelectionBridge selection = new SelectionBridge();
    private final ISelectionListener elsewhere = this::selectedElsewhere;
    private Composite stack;
    private FlowCanvas canvas;
    private FlowTable table;
    private ViewAction parts;
    private ViewAction asTable;
    private ViewAction export;
    private IMemento memento;
    private LiveUpdate update;
    private BenchConnection bench;
    private FlowGraph wanted;
    private FlowGraph large;
    private boolean looking;
    private long looked = System.nanoTime() - LOOK;
    private Job layout;
    private Listening faults;

    @Override
    public void init(IViewSite site, IMemento saved) throws PartInitException {
        super.init(site, saved);
        memento = saved;
    }

    @Override
    public void createPartControl(Composite parent) {
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        canvas = new FlowCanvas(stack, this::resource, resource -> !ActiveFaults.shared().of(resource).isEmpty());
        table = new FlowTable(stack, canvas);
        getSite().setSelectionProvider(selection);
        canvas.onChosen(() -> publish(canvas.selected()));
        canvas.addListener(SWT.DefaultSelection, event -> reveal());
        canvas.addListener(SWT.MouseDoubleClick, event -> canvas.at(event.x, event.y).ifPresent(arn -> reveal()));
        table.viewer().addSelectionChangedListener(event -> {
            if (table.viewer().getControl().isFocusControl()) {
                publish(table.selected());
                canvas.mark(table.selected());
            }
        });
        table.viewer().addDoubleClickListener(event -> reveal());
        actions();
        menu();
        switchTwin();
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(elsewhere);
        update = LiveUpdate.of(canvas, UPDATE, this::update);
        faults = ActiveFaults.shared().listen(update::request);
    }

    private void actions() {
        boolean shards = memento != null && Boolean.TRUE.equals(memento.getBoolean("parts"));
        boolean tabular = memento != null && Boolean.TRUE.equals(memento.getBoolean("table"));
        parts = ViewAction.toggle(getSite(), "org.aforo.ui.flow.parts", shards, () -> update.request());
        asTable = ViewAction.toggle(getSite(), "org.aforo.ui.flow.table", tabular, this::switchTwin);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        export = ViewAction.push(getSite(), "org.aforo.ui.flow.export", this::export);
        List<IAction> zooms = List.of(
                ViewAction.push(getSite(), "org.aforo.ui.flow.zoomIn", () -> canvas.zoom(ZOOM)),
                ViewAction.push(getSite(), "org.aforo.ui.flow.zoomOut", () -> canvas.zoom(1 / ZOOM)),
                ViewAction.push(getSite(), "org.aforo.ui.flow.fit", canvas::fit));
        zooms.forEach(bar::add);
        bar.add(new Separator());
        List.of(parts, asTable, export).forEach(bar::add);
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        MenuManager benches = new MenuManager(Messages.connections);
        benches.setRemoveAllWhenShown(true);
        benches.addMenuListener(this::benches);
        menu.add(benches);
        menu.add(new Separator());
        List.of(parts, asTable, export).forEach(menu::add);
        ViewAction.keys(getSite(), ID);
    }

    private void export() {
        String file = export.parameter("file");
        if (file == null) {
            FlowExport.ask(canvas);
        } else {
            FlowExport.write(canvas, Path.of(file));
        }
    }

    private void benches(IMenuManager menu) {
        for (BenchConnection connection : Connections.shared().all()) {
            Action action = new Action(connection.name(), IAction.AS_RADIO_BUTTON) {
                @Override
                public void run() {
                    follow(connection);
                }
            };
            action.setChecked(connection == bench);
            menu.add(action);
        }
    }

    private void menu() {
        MenuManager menu = new MenuManager();
        menu.add(ViewAction.push(getSite(), "org.aforo.ui.flow.reveal", this::reveal));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        getSite().registerContextMenu(menu, selection);
        canvas.setMenu(menu.createContextMenu(canvas));
        table.viewer().getControl().setMenu(menu.createContextMenu(table.viewer().getControl()));
    }

    private void switchTwin() {
        Control top = asTable.isChecked() ? table.viewer().getControl() : canvas;
        ((StackLayout) stack.getLayout()).topControl = top;
        stack.layout();
        if (asTable.isChecked()) {
            table.refresh();
            table.mark(canvas.selected());
        }
        if (getSite().getPage().getActivePart() == this) {
            top.setFocus();
        }
    }

    /** Looks at a bench. */
    void follow(BenchConnection connection) {
        if (connection != bench) {
            bench = connection;
            update.request();
        }
    }

    private Optional<LiveResource> resource(String arn) {
        BenchConnection now = bench;
        return now == null ? Optional.empty() : now.resource(arn);
    }

    private void update() {
        List<BenchConnection> open = Connections.shared().all();
        if (bench == null || !open.contains(bench)) {
            follow(open.isEmpty() ? null : open.get(0));
        }
        setContentDescription(bench == null || open.size() < 2 ? "" : bench.name());
        FlowGraph graph = graph();
        if (!graph.equals(wanted)) {
            wanted = graph;
            layOut(graph);
        }
        canvas.tell(message(graph));
        if (asTable.isChecked()) {
            table.refresh();
        } else {
            canvas.refresh();
        }
    }

    /** Of a very large bench as it was a moment ago: it is looked at off the UI thread. */
    private FlowGraph graph() {
        BenchConnection of = bench;
        boolean inside = parts.isChecked();
        if (of == null || of.resources().size() <= MANY) {
            large = null;
            return of == null ? FlowPlan.EMPTY.graph() : FlowGraph.of(of, inside);
        }
        if (!looking && System.nanoTime() - looked >= LOOK) {
            looking = true;
            Thread.startVirtualThread(() -> {
                FlowGraph found = FlowGraph.of(of, inside);
                if (!canvas.isDisposed()) {
                    canvas.getDisplay().asyncExec(() -> found(found));
                }
            });
        }
        return large == null ? FlowPlan.EMPTY.graph() : large;
    }

    private void found(FlowGraph graph) {
        large = graph;
        looking = false;
        looked = System.nanoTime();
        if (!canvas.isDisposed()) {
            update.request();
        }
    }

    private String message(FlowGraph graph) {
        if (bench == null) {
            return Messages.emptyConnections;
        }
        if (bench.state() == BenchConnection.State.LOST) {
            return NLS.bind(Messages.lost, bench.name(), bench.trouble());
        }
        return graph.nodes().isEmpty() ? Messages.emptyBench
                : graph.hidden() > 0 ? NLS.bind(Messages.hidden, graph.hidden()) : "";
    }

    private void layOut(FlowGraph graph) {
        if (layout != null) {
            layout.cancel();
        }
        layout = Job.create(Messages.layingOut, monitor -> {
            FlowPlan plan = FlowLayout.plan(graph);
            if (!monitor.isCanceled() && !canvas.isDisposed()) {
                canvas.getDisplay().asyncExec(() -> laidOut(plan));
            }
            return Status.OK_STATUS;
        });
        layout.setSystem(graph.nodes().size() < 50);
        layout.schedule();
    }

    private void laidOut(FlowPlan plan) {
        if (!canvas.isDisposed() && plan.graph() == wanted) {
            canvas.show(plan);
            update.request();
        }
    }

    private void publish(Set<String> arns) {
        selection.select(arns.stream().map(this::resource).flatMap(Optional::stream).toList());
    }

    private void selectedElsewhere(IWorkbenchPart part, ISelection chosen) {
        if (part == this) {
            return;
        }
        List<LiveResource> resources = Selections.resources(chosen);
        Selections.connection(chosen).filter(connection -> !connection.equals(bench)).ifPresent(this::follow);
        Collection<String> arns = resources.stream().map(LiveResource::arn).collect(Collectors.toSet());
        if (!arns.isEmpty()) {
            canvas.mark(Set.copyOf(arns));
            publish(canvas.selected());
        }
    }

    @Override
    public boolean show(ShowInContext context) {
        List<LiveResource> resources = Selections.resources(context.getSelection());
        if (resources.isEmpty()) {
            return false;
        }
        follow(resources.get(0).connection());
        canvas.mark(resources.stream().map(LiveResource::arn).collect(Collectors.toSet()));
        canvas.focusOn(resources.get(0).arn());
        return true;
    }

    /** Shows what is selected in the Resources view. */
    private void reveal() {
        StructuredSelection chosen = selection.getSelection();
        if (chosen.isEmpty()) {
            return;
        }
        try {
            IViewPart resources = getSite().getPage().showView("org.aforo.ui.resources");
            IShowInTarget target = Adapters.adapt(resources, IShowInTarget.class);
            if (target == null || !target.show(new ShowInContext(null, chosen))) {
                Optional.ofNullable(resources.getSite().getSelectionProvider())
                        .ifPresent(provider -> provider.setSelection(chosen));
            }
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void saveState(IMemento state) {
        state.putBoolean("parts", parts.isChecked());
        state.putBoolean("table", asTable.isChecked());
    }

    @Override
    public void setFocus() {
        Objects.requireNonNull(((StackLayout) stack.getLayout()).topControl).setFocus();
    }

    @Override
    public void dispose() {
        getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(elsewhere);
        if (layout != null) {
            layout.cancel();
        }
        if (faults != null) {
            closeFaults();
        }
        super.dispose();
    }

    private void closeFaults() {
        faults.close();
    }
}
