package org.aforo.ui.internal.records;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.LiveResource;
import org.aforo.ui.LiveUpdate;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.aforo.ui.ViewAction;
import org.aforo.ui.internal.flow.SelectionBridge;
import org.aforo.ui.internal.resources.Sampling;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

/** What goes through a resource: its last records, and those that come. Looking takes nothing from anybody. */
public final class RecordsView extends ViewPart implements IShowInTarget {

    /** Of this view, and of its keys' context. */
    public static final String ID = "org.aforo.ui.records";

    private static final long READABLE = 900_000_000L;
    private static final double WIDE = 2;

    private final RecordRing ring = new RecordRing();
    private final SelectionBridge selection = new SelectionBridge();
    private final ISelectionListener elsewhere = this::selectedElsewhere;
    private Tail tail;
    private Matches matches;
    private LiveUpdate update;
    private RecordTable table;
    private DetailPane details;
    private Label title;
    private Text search;
    private Label hits;
    private Composite stack;
    private SashForm content;
    private Label message;
    private ViewAction paused;
    private ViewAction pinned;
    private ViewAction save;
    private Visibility visibility;
    private long shownVersion = -1;
    private long followed = System.nanoTime() - READABLE;
    private String wantedArn;
    private String wantedBench;
    private boolean wantedPin;
    private IMemento columns;

    @Override
    public void init(IViewSite site, IMemento saved) throws PartInitException {
        super.init(site, saved);
        if (saved != null) {
            wantedArn = saved.getString("arn");
            wantedBench = saved.getString("bench");
            columns = saved;
            wantedPin = Boolean.TRUE.equals(saved.getBoolean("pinned"));
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(area);
        matches = new Matches(() -> update.request());
        head(area);
        stack = new Composite(area, SWT.NONE);
        stack.setLayout(new StackLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
        content = new SashForm(stack, SWT.VERTICAL);
        table = new RecordTable(content, one -> matches.found(one));
        table.restore(columns);
        details = new DetailPane(content);
        content.setWeights(55, 45);
        Composite page = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 12).applyTo(page);
        message = new Label(page, SWT.WRAP | SWT.CENTER);
        GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).applyTo(message);
        // Side by side where the view is wide and low, as at the workbench's bottom.
        content.addListener(SWT.Resize, event -> {
            Point size = content.getSize();
            content.setOrientation(size.x > WIDE * size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
        });
        table.control().addListener(SWT.Selection, event -> details());
        getSite().setSelectionProvider(selection);
        actions();
        getSite().getWorkbenchWindow().getSelectionService().addSelectionListener(elsewhere);
        visibility = new Visibility(this, this::rest);
        update = LiveUpdate.of(area, Sampling.tableMillis(), this::update);
        selectedElsewhere(null, getSite().getWorkbenchWindow().getSelectionService().getSelection());
    }

    private void head(Composite area) {
        Composite head = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(4, 2).applyTo(head);
        title = new Label(head, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(80, SWT.DEFAULT)
                .applyTo(title);
        hits = new Label(head, SWT.RIGHT);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(90, SWT.DEFAULT).applyTo(hits);
        search = new Text(head, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        search.setMessage(Messages.searchHint);
        search.setToolTipText(Messages.searchHelp);
        GridDataFactory.fillDefaults().hint(190, SWT.DEFAULT).applyTo(search);
        search.addListener(SWT.Modify, event -> {
            matches.search(search.getText());
            matches.in(ring.all());
            table.refresh();
            details();
            update.request();
        });
        search.addListener(SWT.DefaultSelection, event -> table.step(true));
    }

    private void actions() {
        paused = ViewAction.toggle(getSite(), "org.aforo.ui.records.pause", false, () -> {
            rest();
            update.request();
        });
        pinned = ViewAction.toggle(getSite(), "org.aforo.ui.records.pin", wantedPin, () -> update.request());
        ViewAction refresh = push("refresh", () -> look(tail == null ? null : tail.resource()));
        ViewAction focus = push("search", () -> search.setFocus());
        ViewAction next = push("next", () -> table.step(true));
        ViewAction previous = push("previous", () -> table.step(false));
        List<ViewAction> copies = List.of(push("copyText", this::copyText), push("copyJson", () -> copy(Texts::json)),
                push("copyHex", () -> copy(Texts::hex)), push("copyBase64", () -> copy(Texts::base64)));
        save = push("save", this::save);
        ViewAction send = push("send", () -> {
            if (tail != null) {
                SendDialog.open(getSite().getShell(), tail.resource());
            }
        });
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        List.of(paused, pinned, refresh, send).forEach(bar::add);
        List.of(paused, pinned, refresh, send, focus, next, previous, save)
                .forEach(getViewSite().getActionBars().getMenuManager()::add);
        getViewSite().getActionBars().getMenuManager().add(table.columns());
        MenuManager menu = new MenuManager();
        copies.forEach(menu::add);
        menu.add(save);
        menu.add(new Separator());
        List.of(focus, next, previous, send).forEach(menu::add);
        table.control().setMenu(menu.createContextMenu(table.control()));
        ViewAction.keys(getSite(), ID);
    }

    private void save() {
        String file = save.parameter("file");
        if (file == null) {
            SaveRecord.ask(getSite().getShell(), table.selected());
        } else {
            SaveRecord.write(Path.of(file), table.selected());
        }
    }

    /** Whether nothing is asked for: it is held, or nobody sees it. */
    private boolean rests() {
        return paused.isChecked() || visibility != null && !visibility.visible();
    }

    private void rest() {
        if (tail != null) {
            tail.pause(rests());
        }
    }

    private ViewAction push(String verb, Runnable work) {
        return ViewAction.push(getSite(), "org.aforo.ui.records." + verb, work);
    }

    /** Looks at a resource, and goes on with it; null for nothing. */
    void look(LiveResource resource) {
        if (tail != null) {
            tail.close();
            tail = null;
        }
        ring.clear();
        table.show(List.of());
        details();
        wantedArn = null;
        if (resource != null) {
            tail = new Tail(resource, ring, rests(), () -> update.request());
            selection.select(List.of(resource));
        }
        update.request();
    }

    @Override
    public boolean show(ShowInContext context) {
        Optional<LiveResource> resource = Selections.resources(context.getSelection()).stream().findFirst();
        resource.ifPresent(this::look);
        return resource.isPresent();
    }

    private void selectedElsewhere(IWorkbenchPart part, ISelection chosen) {
        List<LiveResource> resources = Selections.resources(chosen);
        if (part == this || pinned.isChecked() || resources.isEmpty()) {
            return;
        }
        LiveResource resource = resources.get(0);
        if (tail == null || tail.resource() != resource) {
            look(resource);
        }
    }

    /** What was looked at when the workbench was closed, once it is there again. */
    private void restore() {
        if (wantedArn != null && tail == null) {
            for (BenchConnection bench : Connections.shared().all()) {
                if (bench.endpoint().toString().equals(wantedBench)) {
                    bench.resource(wantedArn).ifPresent(this::look);
                }
            }
        }
    }

    private void update() {
        restore();
        long version = ring.version();
        if (version != shownVersion) {
            shownVersion = version;
            List<PeekedRecord> all = ring.all();
            table.show(all);
            matches.in(all);
            following();
        } else if (matches.active()) {
            table.refresh();
        }
        text(hits, matches.active() ? NLS.bind(Messages.hits, matches.count()) : "");
        text(title, titled());
        String arn = tail == null ? null : tail.resource().arn();
        if (!Objects.equals(title.getToolTipText(), arn)) {
            title.setToolTipText(arn);
        }
        String why = empty();
        boolean other = text(message, why);
        show(why.isEmpty() ? content : message.getParent(), other);
    }

    /** Tells whether it was another text before: a label that is told the same is laid out again all the same. */
    private static boolean text(Label label, String text) {
        boolean other = !label.getText().equals(text);
        if (other) {
            label.setText(text);
        }
        return other;
    }

    private String titled() {
        if (tail == null) {
            return "";
        }
        String text = NLS.bind(Messages.title, tail.resource().state().name(), table.records().size());
        if (!tail.trouble().isEmpty()) {
            return text + " \u2014 " + tail.trouble();
        }
        return text + (paused.isChecked() ? Messages.titlePaused : "") + (tail.skipped() ? Messages.titleSkipped : "");
    }

    private String empty() {
        if (tail == null) {
            return Messages.emptySelection;
        }
        if (!table.records().isEmpty()) {
            return "";
        }
        return tail.trouble().isEmpty() ? NLS.bind(Messages.emptyRecords, tail.resource().state().name())
                : tail.trouble();
    }

    private void show(Control page, boolean other) {
        StackLayout layout = (StackLayout) stack.getLayout();
        if (layout.topControl != page) {
            layout.topControl = page;
            stack.layout();
            page.requestLayout();
        } else if (other) {
            page.requestLayout();
        }
    }

    /** The newest record's details: no faster than they can be read. */
    private void following() {
        long now = System.nanoTime();
        if (table.selected().isEmpty() && now - followed < READABLE) {
            shownVersion = -1;
            update.request();
        } else {
            followed = now;
            details();
        }
    }

    private void details() {
        List<PeekedRecord> chosen = table.selected();
        List<PeekedRecord> all = table.records();
        PeekedRecord one = !chosen.isEmpty() ? chosen.get(0) : all.isEmpty() ? null : all.get(all.size() - 1);
        details.show(one, matches.highlight());
    }

    private void copyText() {
        Control focus = getSite().getShell().getDisplay().getFocusControl();
        if (focus instanceof StyledText text && text.getSelectionCount() > 0) {
            text.copy();
        } else if (focus == search) {
            search.copy();
        } else {
            copy(Texts::plain);
        }
    }

    private void copy(Function<List<PeekedRecord>, String> text) {
        List<PeekedRecord> chosen = table.selected();
        String copied = text.apply(chosen);
        if (!copied.isEmpty()) {
            Clipboard clipboard = new Clipboard(getSite().getShell().getDisplay());
            clipboard.setContents(new Object[] {copied}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            Notices.done(getTitle(), NLS.bind(Messages.copied, chosen.size()));
        }
    }

    @Override
    public void saveState(IMemento memento) {
        table.save(memento);
        memento.putBoolean("pinned", pinned.isChecked());
        Optional.ofNullable(tail).ifPresent(now -> {
            memento.putString("arn", now.resource().arn());
            memento.putString("bench", now.resource().connection().endpoint().toString());
        });
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        getSite().getWorkbenchWindow().getSelectionService().removeSelectionListener(elsewhere);
        if (tail != null) {
            tail.close();
        }
        matches.close();
        visibility.close();
        super.dispose();
    }
}
