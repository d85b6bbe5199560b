package org.aforo.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

/** What a selection holds of a bench. */
public final class Selections {

    private Selections() {
    }

    /** The resources in it, themselves or by adaptation. */
    public static List<LiveResource> resources(ISelection selection) {
        return all(selection, LiveResource.class);
    }

    /** The connection selected, or that of what is selected. */
    public static Optional<BenchConnection> connection(ISelection selection) {
        List<BenchConnection> connections = all(selection, BenchConnection.class);
        return connections.stream().findFirst()
                .or(() -> resources(selection).stream().map(LiveResource::connection).findFirst())
                .or(() -> all(selection, BenchConnection.ServiceView.class).stream()
                        .map(BenchConnection.ServiceView::connection).findFirst());
    }

    private static <T> List<T> all(ISelection selection, Class<T> type) {
        List<T> found = new ArrayList<>();
        if (selection instanceof IStructuredSelection structured) {
            for (Object element : structured) {
                T adapted = Adapters.adapt(element, type);
                if (adapted != null) {
                    found.add(adapted);
                }
            }
        }
        return found;
    }
}
