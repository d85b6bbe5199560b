package org.aforo.ui.internal.resources;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.internal.faults.ActiveFaults;
import org.aforo.ui.internal.producers.Producers;
import org.aforo.ui.internal.properties.PropertiesOpened;
import org.aforo.ui.internal.tables.CellTips;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;

/** What lives on the benches, as a tree with live figures. */
public final class ResourcesView extends ViewPart {

    /** Of the view in {@code plugin.xml}. */
    public static final String ID = "org.aforo.ui.resources";

    private static final String OPEN = "open";
    private static final int KEY_DELAY = 200;

    private final ResourceModel model = new ResourceModel();
    /** Set by the feeds' threads, read on the UI's. */
    private final AtomicBoolean restructured = new AtomicBoolean(true);
    private IMemento memento;
    private Text filter;
    private TreeViewer viewer;
    private ResourceColumns columns;
    private ResourceContent content;
    private TreeRows rows;
    private EmptyNote empty;
    private LiveUpdate updates;

    @Override
    public void init(IViewSite site, IMemento saved) throws PartInitException {
        super.init(site, saved);
        memento = saved;
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        parent.setLayout(layout);
        createFilter(parent);
        Composite stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        createTree(stack);
        empty = new EmptyNote(stack, viewer.getTree(), this::clearFilter);
        follow();
        getSite().setSelectionProvider(viewer);
        createMenu();
        ResourceTransfers.drag(viewer);
        IHandlerService handlers = getSite().getService(IHandlerService.class);
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_COPY, new CopyHandler());
        handlers.activateHandler("org.eclipse.ui.edit.findReplace", new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                filter.setFocus();
                filter.selectAll();
                return null;
            }
        });
    }

    private void createFilter(Composite parent) {
        filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(Messages.filter_message);
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Accessibles.name(filter, Messages.filter_name);
        Runnable apply = this::applyFilter;
        filter.addModifyListener(event -> filter.getDisplay().timerExec(KEY_DELAY, apply));
        filter.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
                viewer.getTree().setFocus();
            } else if (event.keyCode == SWT.ESC) {
                clearFilter();
            }
        });
    }

    private void createTree(Composite parent) {
        viewer = new TreeViewer(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.setUseHashlookup(true);
        Tree tree = viewer.getTree();
        tree.setHeaderVisible(true);
        Accessibles.name(tree, Messages.tree_name);
        columns = new ResourceColumns(tree, this::sort);
        CellTips.on(tree);
        columns.restore(memento);
        model.order(columns.order());
        content = new ResourceContent(viewer, model);
        if (memento != null && memento.getString(OPEN) != null) {
            content.open().restore(memento.getString(OPEN));
        }
        ResourceLabels labels = new ResourceLabels(model);
        rows = new TreeRows(viewer, model, content, labels);
        viewer.setLabelProvider(labels);
        viewer.setContentProvider(content);
        viewer.setInput(ResourceModel.ROOT);
        viewer.addDoubleClickListener(event -> toggle());
    }

    private void follow() {
        Tree tree = viewer.getTree();
        Listening changes = Connections.shared().listen(change -> {
            if (change.structure()) {
                restructured.set(true);
            }
        });
        Listening watch = Connections.shared().watch(() -> restructured.set(true));
        updates = LiveUpdate.of(tree, Sampling.tableMillis(), this::update);
        Listening faults = ActiveFaults.shared().listen(updates::request);
        Listening producers = Producers.shared().listen(updates::request);
        tree.addDisposeListener(gone -> List.of(changes, watch, faults, producers).forEach(Listening::close));
        PropertiesOpened properties = new PropertiesOpened(this);
        getSite().getPage().addPartListener(properties);
        tree.addDisposeListener(gone -> getSite().getPage().removePartListener(properties));
        tree.getVerticalBar().addListener(SWT.Selection, event -> updates.request());
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new GroupMarker("new"));
        menu.add(new Separator("open"));
        menu.add(new Separator("edit"));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        menu.add(new Separator("properties"));
        viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
        getSite().registerContextMenu(menu, viewer);
        getViewSite().getActionBars().getMenuManager().add(columns.menu());
    }

    private void update() {
        boolean live = model.order().live();
        if (restructured.getAndSet(false) || live) {
            model.forget();
            rows.restructure();
        }
        rows.refresh();
        empty.update(model);
    }

    private void sort(ResourceColumn clicked) {
        model.order(model.order().next(clicked));
        columns.show(model.order());
        rows.refresh();
    }

    private void applyFilter() {
        if (!filter.isDisposed() && !filter.getText().strip().equalsIgnoreCase(model.filter().text())) {
            model.filter().text(filter.getText());
            model.forget();
            rows.restructure();
            rows.openMatches();
            rows.refresh();
            empty.update(model);
        }
    }

    private void clearFilter() {
        filter.setText("");
        applyFilter();
    }

    private void toggle() {
        Object first = viewer.getStructuredSelection().getFirstElement();
        if (first != null && model.hasChildren(first)) {
            rows.toggle(first);
        }
    }

    /** Selects resources and brings them into sight; a filter that hides them is cleared. */
    public void reveal(List<LiveResource> resources) {
        if (model.filter().active() && !resources.stream().allMatch(model.filter()::shows)) {
            clearFilter();
        }
        restructured.set(false);
        model.forget();
        rows.restructure();
        rows.reveal(resources);
        viewer.getTree().setFocus();
    }

    @Override
    public void saveState(IMemento target) {
        columns.save(target);
        target.putString(OPEN, content.open().text());
    }

    @Override
    public void setFocus() {
        if (!empty.setFocus()) {
            viewer.getTree().setFocus();
        }
    }
}
