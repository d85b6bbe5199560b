package org.aforo.ui.internal.producers;

import java.util.List;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.aforo.ui.BenchJob;
import org.aforo.ui.Notices;
import org.aforo.ui.Selections;
import org.aforo.ui.internal.connections.ActiveConnection;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.handlers.HandlerUtil;
import tools.jackson.databind.JsonNode;

/** Stops what sends demo data to the resources selected; to any resource of the bench where none is. */
public final class StopHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        List<Producer> producers = producers(HandlerUtil.getCurrentSelection(event));
        if (producers.isEmpty()) {
            Notices.failed(Messages.stopping, Messages.none_running);
        }
        producers.stream().map(Producer::connection).distinct().forEach(
                bench -> stop(bench, producers.stream().filter(p -> p.connection() == bench).toList()));
        return null;
    }

    private static List<Producer> producers(ISelection selection) {
        List<LiveResource> chosen = Selections.resources(selection);
        if (chosen.isEmpty()) {
            return ActiveConnection.of(selection).map(Producers.shared()::running).orElse(List.of());
        }
        return chosen.stream().map(Sinks::of).distinct().flatMap(sink -> Producers.shared().of(sink).stream())
                .filter(Producer::running).toList();
    }

    private static void stop(BenchConnection bench, List<Producer> producers) {
        List<String> ids = producers.stream().map(Producer::id).toList();
        BenchJob.<List<JsonNode>>run(Messages.stopping, monitor -> Producers.STEERING.remove(bench,
                producer -> ids.contains(producer.path("id").asString(""))), gone -> {
                    Producers.STEERING.removed(Messages.stopping, bench, gone);
                    Producers.shared().ask(bench);
                    Notices.done(Messages.stopped, NLS.bind(Messages.stopped_text, gone.size()));
                });
    }
}
