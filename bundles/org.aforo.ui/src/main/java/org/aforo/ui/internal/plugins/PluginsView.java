package org.aforo.ui.internal.plugins;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.aforo.ui.ViewAction;
import org.aforo.ui.internal.resources.Icons;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.part.ViewPart;

/** What each bench runs: its services, and the bundles that were plugged in, which can be added, stopped and taken out. */
public final class PluginsView extends ViewPart {

    /** Of this view, and of its keys' context. */
    public static final String ID = "org.aforo.ui.plugins";

    private static final int UPDATE = 250;

    private Installed installed;
    private TreeViewer viewer;
    private LiveUpdate update;
    private List<PluginTree> shown = List.of();
    private final Set<String> met = new LinkedHashSet<>();
    private ViewAction change;
    private ViewAction remove;
    private ViewAction start;
    private ViewAction stop;
    private ViewAction add;

    @Override
    public void createPartControl(Composite parent) {
        viewer = new TreeViewer(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setContentProvider(new PluginContent());
        viewer.setComparer(new ByKey());
        viewer.getTree().setHeaderVisible(true);
        column(Messages.columnName, 330, PluginTree::name, PluginsView::icon);
        column(Messages.columnVersion, 170, PluginTree::version, node -> null);
        column(Messages.columnState, 110, PluginTree::state, node -> null);
        column(Messages.columnAbout, 420, PluginTree::about, node -> null);
        name();
        drop();
        actions();
        viewer.addSelectionChangedListener(event -> enable());
        getSite().setSelectionProvider(viewer);
        viewer.setInput(shown);
        update = LiveUpdate.of(viewer.getControl(), UPDATE, this::update);
        installed = new Installed(update::request); // asks at once, and may be answered before the next line
    }

    private void column(String title, int width, Function<PluginTree, String> text,
            Function<PluginTree, Image> image) {
        TreeViewerColumn column = new TreeViewerColumn(viewer, SWT.LEFT);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.getColumn().setMoveable(true);
        column.setLabelProvider(ColumnLabelProvider.createTextImageProvider(node -> text.apply((PluginTree) node),
                node -> image.apply((PluginTree) node)));
    }

    private static Image icon(PluginTree node) {
        return switch (node.kind()) {
            case BENCH -> Icons.connection(node.bench());
            case GROUP -> Icons.image("plugins");
            case SERVICE -> Icons.image("service");
            case PLUGIN -> Icons.image(node.element() instanceof Plugin plugin && plugin.running() ? "plugin/bundle"
                    : node.element() instanceof Plugin other && other.unresolved() ? "plugin/bundle-broken"
                    : "plugin/bundle-stopped");
            case MISSING, TROUBLE -> Icons.image("plugin/requirement");
            case NOTHING -> null;
        };
    }

    private void name() {
        viewer.getTree().getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = Messages.accessibleName;
                }
            }
        });
    }

    private void drop() {
        viewer.addDropSupport(DND.DROP_COPY | DND.DROP_DEFAULT, new Transfer[] {FileTransfer.getInstance()},
                new DropTargetAdapter() {
                    @Override
                    public void dragEnter(DropTargetEvent event) {
                        event.detail = DND.DROP_COPY;
                    }

                    @Override
                    public void drop(DropTargetEvent event) {
                        BenchConnection bench = event.item != null && event.item.getData() instanceof PluginTree node
                                ? node.bench() : bench().orElse(null);
                        if (event.data instanceof String[] files && bench != null) {
                            Arrays.stream(files).forEach(file -> PluginJars.add(bench, Path.of(file)));
                        }
                    }
                });
    }

    private void actions() {
        add = push("add", this::add);
        change = push("update", () -> each(plugin -> jar(NLS.bind(Messages.updateTitle, plugin.name()),
                SWT.OPEN).forEach(file -> PluginJars.update(plugin, file))));
        remove = push("remove", this::remove);
        start = push("start", () -> each(plugin -> PluginJars.turn(plugin, "start")));
        stop = push("stop", () -> each(plugin -> PluginJars.turn(plugin, "stop")));
        ViewAction refresh = push("refresh", () -> Connections.shared().all().forEach(installed::ask));
        ViewAction install = push("install", () -> Software.install(getSite()));
        ViewAction details = push("installed", () -> Software.details(getSite()));
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        List.of(add, change, remove, start, stop).forEach(bar::add);
        IMenuManager menu = getViewSite().getActionBars().getMenuManager();
        List.of(refresh, install, details).forEach(menu::add);
        MenuManager context = new MenuManager();
        List.of(add, change, remove, start, stop).forEach(context::add);
        context.add(new Separator());
        context.add(refresh);
        context.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        viewer.getControl().setMenu(context.createContextMenu(viewer.getControl()));
        getSite().registerContextMenu(context, viewer);
        ViewAction.keys(getSite(), ID);
        enable();
    }

    private ViewAction push(String verb, Runnable work) {
        return ViewAction.push(getSite(), "org.aforo.ui.plugins." + verb, work);
    }

    private void enable() {
        List<Plugin> chosen = chosen();
        add.setEnabled(bench().isPresent());
        boolean own = chosen.stream().noneMatch(Plugin::builtIn);
        change.setEnabled(own && chosen.size() == 1);
        remove.setEnabled(own && !chosen.isEmpty());
        start.setEnabled(chosen.stream().anyMatch(plugin -> !plugin.running()));
        stop.setEnabled(chosen.stream().anyMatch(Plugin::running));
    }

    private List<Plugin> chosen() {
        return Stream.of(viewer.getStructuredSelection().toArray()).map(node -> ((PluginTree) node).plugin())
                .filter(Objects::nonNull).distinct().toList();
    }

    private void each(Consumer<Plugin> work) {
        chosen().forEach(work);
    }

    /** That of the selection, or the first that answers. */
    private Optional<BenchConnection> bench() {
        return Selections.connection(viewer.getStructuredSelection()).or(() -> Connections.shared().all().stream()
                .filter(bench -> bench.state() == BenchConnection.State.LIVE).findFirst());
    }

    /** Asks for jars and plugs them in. */
    void add() {
        String given = add.parameter("file");
        Consumer<BenchConnection> ask = bench -> (given != null ? List.of(Path.of(given))
                : jar(NLS.bind(Messages.addTitle, bench.name()), SWT.OPEN | SWT.MULTI))
                .forEach(file -> PluginJars.add(bench, file));
        bench().ifPresentOrElse(ask, () -> Notices.failed(getTitle(), Messages.noBench));
    }

    private List<Path> jar(String title, int style) {
        FileDialog dialog = new FileDialog(getSite().getShell(), style);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {"*.jar", "*.*"});
        dialog.setFilterNames(new String[] {Messages.jars, Messages.anyFile});
        return dialog.open() == null ? List.of()
                : Arrays.stream(dialog.getFileNames()).map(file -> Path.of(dialog.getFilterPath(), file)).toList();
    }

    private void remove() {
        List<Plugin> chosen = chosen();
        String what = chosen.size() == 1 ? chosen.get(0).name() : Integer.toString(chosen.size());
        boolean sure = !chosen.isEmpty() && MessageDialog.openQuestion(getSite().getShell(), Messages.removeTitle,
                NLS.bind(chosen.size() == 1 ? Messages.removeOne : Messages.removeSeveral, what));
        if (sure) {
            chosen.forEach(PluginJars::remove);
        }
    }

    private void update() {
        List<PluginTree> now = PluginTree.all(installed);
        if (!now.equals(shown)) {
            shown = now;
            viewer.getTree().setRedraw(false);
            Object[] open = viewer.getExpandedElements();
            ISelection chosen = viewer.getSelection();
            viewer.setInput(now);
            viewer.setExpandedElements(open);
            now.forEach(this::expandNew);
            viewer.setSelection(chosen);
            viewer.getTree().setRedraw(true);
        }
        enable();
    }

    /** What is seen for the first time is open, so that nothing missing is overlooked. */
    private void expandNew(PluginTree node) {
        if (!node.children().isEmpty() && met.add(node.key())) {
            viewer.setExpandedState(node, true);
        }
        node.children().forEach(this::expandNew);
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public void dispose() {
        if (installed != null) {
            installed.close();
        }
        super.dispose();
    }
}
