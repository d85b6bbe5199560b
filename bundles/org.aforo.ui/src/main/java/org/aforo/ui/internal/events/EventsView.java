package org.aforo.ui.internal.events;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.aforo.ui.internal.resources.Accessibles;
import org.aforo.ui.internal.resources.RevealHandler;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;

/** What happened on all benches, and what the workbench has to tell. */
public final class EventsView extends ViewPart {

    /** Of the view in {@code plugin.xml}. */
    public static final String ID = "org.aforo.ui.events";

    private static final String FOLLOW = "follow";
    private static final int[] SASH = {70, 30};

    private final EventSelection selection = new EventSelection();
    private IMemento memento;
    private EventLog log;
    private EventFilterBar bar;
    private EventFilter filter;
    private SashForm sash;
    private EventTable table;
    private Text details;
    private boolean follow = true;

    @Override
    public void init(IViewSite site, IMemento saved) throws PartInitException {
        super.init(site, saved);
        memento = saved;
        follow = saved == null || !Boolean.FALSE.equals(saved.getBoolean(FOLLOW));
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(parent);
        log = new EventLog();
        bar = new EventFilterBar(parent, this::refilter);
        sash = new SashForm(parent, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        table = new EventTable(sash);
        table.restore(memento);
        details = new Text(sash, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        Accessibles.name(details, Messages.details_name);
        sash.setWeights(SASH);
        sash.setMaximizedControl(table.control());
        bar.offer(log.rows());
        filter = bar.filter();
        refilter();
        table.control().addListener(SWT.Selection, event -> selected());
        table.control().addListener(SWT.DefaultSelection, event -> open());
        getSite().setSelectionProvider(selection);
        createMenu();
        new EventCommands(this, getSite()).activate();
        getSite().<IContextService>getService(IContextService.class).activateContext(ID);
        listen();
    }

    private void listen() {
        LiveUpdate updates = LiveUpdate.of(table.control(), Sampling.tableMillis(), this::update);
        Listening notices = Notices.listen(updates::request);
        ISelectionListener listener = (part, chosen) -> {
            if (part != this && bar.selected(Selections.resources(chosen))) {
                refilter();
            }
        };
        getSite().getPage().addSelectionListener(listener);
        table.control().addDisposeListener(gone -> {
            getSite().getPage().removeSelectionListener(listener);
            notices.close();
            log.close();
        });
    }

    private void createMenu() {
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        Table control = table.control();
        control.setMenu(menu.createContextMenu(control));
        getSite().registerContextMenu(menu, selection);
        getViewSite().getActionBars().getMenuManager().add(table.columns());
    }

    private void update() {
        List<EventRow> added = log.drain();
        bar.offer(added);
        List<EventRow> passing = added.stream().filter(filter).toList();
        if (!passing.isEmpty()) {
            table.add(passing, follow);
        }
    }

    private void refilter() {
        filter = bar.filter();
        table.replace(log.rows().stream().filter(filter).toList(), follow);
    }

    private void selected() {
        sash.setMaximizedControl(table.selected().isEmpty() ? table.control() : null);
        details.setText(table.selected().stream().map(EventRow::full).collect(Collectors.joining("\n\n")));
        List<LiveResource> about = table.selected().stream().flatMap(row -> row.live().stream()).distinct().toList();
        selection.setSelection(about.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(about));
    }

    /** Shows the resource of the event selected in the Resources view. */
    void open() {
        table.first().ifPresent(row -> row.live().ifPresentOrElse(
                resource -> RevealHandler.reveal(List.of(resource)),
                () -> Notices.failed(Messages.gone, row.resource().isEmpty() ? Messages.no_resource
                        : NLS.bind(Messages.gone_text, row.resource()))));
    }

    /** Copies the events selected, tabs between their columns. */
    void copy() {
        List<EventRow> chosen = table.selected();
        if (!chosen.isEmpty()) {
            Clipboard clipboard = new Clipboard(details.getDisplay());
            clipboard.setContents(
                    new Object[] {chosen.stream().map(row -> String.join("\t", row.cells()))
                            .collect(Collectors.joining("\n"))},
                    new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            Notices.done(Messages.copied, NLS.bind(Messages.copied_text, chosen.size()));
        }
    }

    /** Writes the events shown to a file that is asked for. */
    void export() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText(Messages.export_title);
        dialog.setFileName("events.csv");
        dialog.setFilterExtensions(new String[] {"*.csv"});
        dialog.setOverwrite(true);
        String file = dialog.open();
        if (file != null) {
            EventExport.write(List.copyOf(table.shown()), Path.of(file));
        }
    }

    /** The rows shown. */
    public List<String> lines() {
        return table.shown().stream().map(row -> String.join("\t", row.cells())).toList();
    }

    /** The view of the active window, where it is open. */
    static Optional<EventsView> shown() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        return page != null && page.findView(ID) instanceof EventsView view ? Optional.of(view) : Optional.empty();
    }

    boolean follows() {
        return follow;
    }

    void follow(boolean wanted) {
        follow = wanted;
        table.follow(wanted);
    }

    void find() {
        bar.setFocus();
    }

    @Override
    public void saveState(IMemento target) {
        target.putBoolean(FOLLOW, follow);
        table.save(target);
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }
}
