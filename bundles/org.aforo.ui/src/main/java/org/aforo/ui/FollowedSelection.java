package org.aforo.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchConnection.ServiceView;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IWorkbenchPart;

/**
 * The resources a view shows: those selected in any other part, until the view is pinned to some. A bench or a service
 * selected stands for its resources; a selection that holds nothing of a bench changes nothing. What its bench no more
 * has isn't shown until it comes back; what a lost bench had stays. For the UI thread.
 */
public final class FollowedSelection {

    /** Milliseconds between pressing a button and a drag that the press began, at most. */
    private static final int GESTURE = 1500;

    private static final String PINNED = "pinned";
    private static final String BENCH = "bench";

    /** A resource that was pinned before the workbench was started. */
    private record Awaited(String bench, String arn) {

        Optional<LiveResource> find() {
            return Connections.shared().all().stream().filter(one -> key(one).equals(bench))
                    .flatMap(one -> one.resource(arn).stream()).findFirst();
        }

        void save(IMemento memento) {
            memento.createChild(PINNED, arn).putString(BENCH, bench);
        }
    }

    private final IWorkbenchPart part;
    private final int most;
    private final Runnable changed;
    private final ISelectionListener elsewhere = this::selected;
    private final Listening changes;
    private List<LiveResource> chosen = List.of();
    private List<Awaited> awaited = List.of();
    private List<LiveResource> resources = List.of();
    private List<LiveResource> before = List.of();
    private long followed;
    private boolean pinned;
    private boolean closed;

    /**
     * Follows until {@link #close()}.
     *
     * @param most resources taken at once; further ones are left out
     */
    public FollowedSelection(IWorkbenchPart part, int most, Runnable changed) {
        this.part = part;
        this.most = most;
        this.changed = changed;
        service().addSelectionListener(elsewhere);
        Display display = part.getSite().getShell().getDisplay();
        changes = Connections.shared().listen(change -> {
            if (change.structure() && !display.isDisposed()) {
                display.asyncExec(() -> {
                    if (!closed) {
                        look();
                    }
                });
            }
        });
        selected(null, service().getSelection());
    }

    private ISelectionService service() {
        return part.getSite().getWorkbenchWindow().getSelectionService();
    }

    /** In the order they were selected. */
    public List<LiveResource> resources() {
        return resources;
    }

    public boolean pinned() {
        return pinned;
    }

    /** Keeps to what is shown, or follows again: at once to what is selected now. */
    public void pin(boolean pin) {
        pinned = pin;
        if (!pin) {
            selected(null, service().getSelection());
        }
    }

    /** Writes down what it is pinned to. */
    public void save(IMemento memento) {
        memento.putBoolean(PINNED, pinned);
        if (pinned) {
            chosen.stream().map(resource -> new Awaited(key(resource.connection()), resource.arn()))
                    .forEach(one -> one.save(memento));
            awaited.forEach(one -> one.save(memento));
        }
    }

    /** Is pinned again to what was written down, as soon as its bench has it. */
    public void restore(IMemento memento) {
        if (memento != null && Boolean.TRUE.equals(memento.getBoolean(PINNED))) {
            pinned = true;
            show(List.of());
            awaited = Arrays.stream(memento.getChildren(PINNED)).limit(most)
                    .map(child -> new Awaited(child.getString(BENCH), child.getID())).toList();
            look();
        }
    }

    private void arrive() {
        List<LiveResource> arrived = awaited.stream().flatMap(one -> one.find().stream()).toList();
        if (!arrived.isEmpty()) {
            chosen = Stream.concat(chosen.stream(), arrived.stream()).distinct().toList();
            awaited = awaited.stream().filter(one -> one.find().isEmpty()).toList();
        }
    }

    /** The same after another start, when the workbench's own bench may listen elsewhere. */
    private static String key(BenchConnection bench) {
        return bench.embedded() ? "" : bench.endpoint().toString();
    }

    /** Shows these, whatever is selected, until something else is. */
    public void show(List<LiveResource> some) {
        awaited = List.of();
        chosen = some.stream().distinct().limit(most).toList();
        exist();
    }

    private void exist() {
        List<LiveResource> fresh = chosen.stream()
                .map(resource -> resource.connection().resource(resource.arn()).orElse(resource))
                .filter(resource -> !resource.gone() || resource.connection().state() != BenchConnection.State.LIVE)
                .toList();
        if (!fresh.equals(resources)) {
            resources = fresh;
            changed.run();
        }
    }

    /** Looks again at what there is, and at what is selected while there is nothing: that may have got resources. */
    public void look() {
        arrive();
        exist();
        if (resources.isEmpty()) {
            selected(null, service().getSelection());
        }
    }

    /**
     * Takes resources that are dropped on a control, beside those shown, and calls {@code dropped} then. Beginning to
     * drag may select what is dragged: then those count that were shown before.
     */
    public void takeDrops(Control control, Runnable dropped) {
        DropTarget target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
        target.setTransfer(new Transfer[] {LocalSelectionTransfer.getTransfer()});
        target.addDropListener(new DropTargetAdapter() {
            @Override
            public void dragEnter(DropTargetEvent event) {
                event.detail = DND.DROP_COPY;
            }

            @Override
            public void drop(DropTargetEvent event) {
                boolean draggedAway = !pinned
                        && LocalSelectionTransfer.getTransfer().getSelectionSetTime() - followed < GESTURE;
                Set<LiveResource> all = new LinkedHashSet<>(draggedAway ? before : resources);
                all.addAll(of(LocalSelectionTransfer.getTransfer().getSelection()));
                pinned = true;
                show(List.copyOf(all));
                dropped.run();
            }
        });
    }

    public void close() {
        closed = true;
        changes.close();
        service().removeSelectionListener(elsewhere);
    }

    private void selected(IWorkbenchPart from, ISelection selection) {
        if (!pinned && from != part) {
            List<LiveResource> found = of(selection);
            if (!found.isEmpty() && !found.equals(resources)) {
                before = resources;
                followed = System.currentTimeMillis();
                show(found);
            }
        }
    }

    private List<LiveResource> of(ISelection selection) {
        Set<LiveResource> found = new LinkedHashSet<>(Selections.resources(selection));
        if (found.isEmpty() && selection instanceof IStructuredSelection structured) {
            for (Object element : structured) {
                BenchConnection bench = Adapters.adapt(element, BenchConnection.class);
                if (bench != null) {
                    found.addAll(bench.roots());
                } else if (Adapters.adapt(element, ServiceView.class) instanceof ServiceView service) {
                    service.connection().roots().stream()
                            .filter(root -> root.state().service().equals(service.id())).forEach(found::add);
                }
            }
        }
        return new ArrayList<>(found);
    }
}
