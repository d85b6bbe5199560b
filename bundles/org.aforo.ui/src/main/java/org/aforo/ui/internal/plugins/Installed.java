package org.aforo.ui.internal.plugins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.client.ModelChange;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import tools.jackson.databind.JsonNode;

/** What is plugged into the benches followed: asked for whenever one tells that something came or went. */
final class Installed implements AutoCloseable {

    /** @param trouble why it isn't known, in the bench's words; empty when it is */
    record Answer(List<Plugin> plugins, String trouble) {
    }

    private static final Answer UNKNOWN = new Answer(List.of(), "");

    private final Map<BenchConnection, Answer> known = new ConcurrentHashMap<>();
    private final Runnable news;
    private final Listening changes = Connections.shared().listen(this::changed);
    private volatile boolean closed;

    /** @param news called when more is known, on any thread */
    Installed(Runnable news) {
        this.news = news;
        Connections.shared().all().forEach(this::ask);
    }

    Answer of(BenchConnection bench) {
        return known.getOrDefault(bench, UNKNOWN);
    }

    private void changed(ModelChange change) {
        BenchConnection bench = change.connection();
        if (bench.state() != BenchConnection.State.LIVE) {
            known.remove(bench);
        } else if (!known.containsKey(bench)
                || change.events().stream().anyMatch(event -> event.type().startsWith("plug-in"))) {
            known.putIfAbsent(bench, UNKNOWN);
            ask(bench);
        }
    }

    /** Asks a bench anew, in the background. */
    void ask(BenchConnection bench) {
        Job job = Job.create(NLS.bind(Messages.asking, bench.name()), monitor -> {
            if (bench.state() != BenchConnection.State.LIVE) {
                return Status.OK_STATUS;
            }
            known.put(bench, answer(bench));
            if (!closed) {
                news.run();
            }
            return Status.OK_STATUS;
        });
        job.setSystem(true);
        job.schedule();
    }

    private static Answer answer(BenchConnection bench) {
        try {
            List<Plugin> plugins = new ArrayList<>();
            JsonNode told = bench.control().get("/plugins");
            told.path("plugins").forEach(node -> plugins.add(Plugin.of(bench, false, node)));
            told.path("builtIn").forEach(node -> plugins.add(Plugin.of(bench, true, node)));
            return new Answer(List.copyOf(plugins), "");
        } catch (BenchException e) {
            return new Answer(List.of(), e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        changes.close();
    }
}
