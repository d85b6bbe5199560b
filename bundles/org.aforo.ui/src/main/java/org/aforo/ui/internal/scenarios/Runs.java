package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.aforo.client.Listening;
import org.aforo.ui.Notices;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PlatformUI;

/**
 * The runs of this workbench: at most one a file at a time, the last one of each file remembered. While a run lasts,
 * its bench stands among the connections; the bench of the run that ended last stays there, so that its charts can be
 * looked at, until the user removes it or another run ends.
 */
public final class Runs {

    private static final Runs SHARED = new Runs();

    private final Map<Path, Run> last = new HashMap<>();
    private final Map<Run, RunProcess> running = new HashMap<>();
    private final CopyOnWriteArrayList<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Results results = new Results();
    private BenchConnection ended;

    private Runs() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::killAll)); // also where the workbench is killed
        PlatformUI.getWorkbench().addWorkbenchListener(new LeaveGuard());
    }

    /** Those of this process. */
    public static Runs shared() {
        return SHARED;
    }

    /** The file's run that goes on, or its last one since the workbench was opened. */
    public synchronized Optional<Run> of(Path file) {
        return Optional.ofNullable(last.get(file));
    }

    public synchronized boolean running(Path file) {
        return of(file).filter(running::containsKey).isPresent();
    }

    /** Those that go on. */
    public synchronized List<Run> running() {
        return List.copyOf(running.keySet());
    }

    /** How the file's last run ended, also before the workbench was opened. */
    public Optional<Results.Entry> result(Path file) {
        return results.of(file);
    }

    /** Calls {@code listener} when a run got on, on any thread. */
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Begins a run; returns at once. One that goes on is left alone and given back. */
    public synchronized Run start(Path file, Map<String, String> inputs) {
        if (running(file)) {
            return last.get(file);
        }
        Run run = new Run(file);
        last.put(file, run);
        running.put(run, null);
        Thread.ofVirtual().name("run " + file.getFileName()).start(() -> follow(run, inputs));
        changed();
        return run;
    }

    private void follow(Run run, Map<String, String> inputs) {
        BenchConnection[] bench = new BenchConnection[1];
        try {
            Path report = Files.createDirectories(reports().resolve(Names.base(run.file())));
            RunProcess process = RunProcess.start(run, inputs, report);
            began(run, process);
            process.follow(() -> gotOn(run, bench[0]), endpoint -> bench[0] = connect(run, endpoint));
        } catch (IOException e) {
            run.say(e.getMessage());
            run.over(Run.State.BROKEN);
            Notices.failed(NLS.bind(Messages.run_not_started, run.name()), e.getMessage());
        }
        over(run, bench[0]);
    }

    private void gotOn(Run run, BenchConnection bench) {
        if (bench != null && run.state().over()) {
            bench.end();
        }
        changed();
    }

    private synchronized void began(Run run, RunProcess process) {
        if (running.containsKey(run)) {
            running.put(run, process);
        } else {
            process.stop(); // stopped before it began
        }
    }

    private BenchConnection connect(Run run, URI endpoint) {
        synchronized (this) {
            if (ended != null && ended.endpoint().equals(endpoint)) {
                forget();
            }
        }
        return Connections.shared().connect(run.name(), endpoint, false);
    }

    private void over(Run run, BenchConnection bench) {
        synchronized (this) {
            running.remove(run);
            if (bench != null) {
                forget();
                ended = bench;
            }
        }
        results.put(run);
        changed();
        tell(run);
    }

    private void forget() {
        if (ended != null) {
            Connections.shared().disconnect(ended);
            ended = null;
        }
    }

    private static void tell(Run run) {
        switch (run.state()) {
            case PASSED -> Notices.done(run.name(), Messages.state_passed);
            case FAILED -> Notices.failed(run.name(), Messages.state_failed);
            case BROKEN -> Notices.failed(run.name(),
                    Messages.state_broken + (run.log().isEmpty() ? "" : ": " + run.log().getLast()));
            default -> Notices.done(run.name(), Messages.state_stopped);
        }
    }

    /** Ends the file's run in order; returns at once. */
    public synchronized void stop(Path file) {
        Run run = last.get(file);
        RunProcess process = running.get(run);
        if (process != null) {
            process.stop();
        } else if (run != null && running.containsKey(run)) {
            running.remove(run);
            run.over(Run.State.STOPPED);
            changed();
        }
    }

    /** Ends all that goes on, now; returns when it is done. */
    synchronized void killAll() {
        running.values().stream().filter(process -> process != null).forEach(RunProcess::kill);
    }

    /** A file got another name. */
    synchronized void renamed(Path from, Path to) {
        Run known = last.remove(from);
        if (known != null && to != null) {
            last.put(to, known);
        }
        results.renamed(from, to);
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    private static Path reports() {
        return Platform.getStateLocation(Platform.getBundle("org.aforo.ui")).toPath().resolve("reports");
    }
}
