package org.aforo.headless.internal;

import java.util.Optional;

import org.aforo.api.Bench;
import org.aforo.api.Gateway;

/**
 * A bench that was started in this process; closing it shuts it down in order, and so does the end of the process
 * when somebody interrupts it.
 */
public final class RunningBench implements AutoCloseable {

    private final Runtime runtime;
    private final Bench bench;
    private final Gateway gateway;
    private final Runnable shutdown;
    private final Thread atExit = new Thread(this::shutDown, "aforo-shutdown");
    private boolean closed;

    RunningBench(Runtime runtime, Bench bench, Gateway gateway, Runnable shutdown) {
        this.runtime = runtime;
        this.bench = bench;
        this.gateway = gateway;
        this.shutdown = shutdown;
        java.lang.Runtime.getRuntime().addShutdownHook(atExit);
    }

    public Bench bench() {
        return bench;
    }

    public Gateway gateway() {
        return gateway;
    }

    /** Another OSGi service of the running bench. */
    public <T> Optional<T> service(Class<T> type) {
        return runtime.service(type);
    }

    @Override
    public void close() {
        try {
            java.lang.Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // The process ends already, and with it the bench.
        }
        shutDown();
    }

    private synchronized void shutDown() {
        if (!closed) {
            closed = true;
            shutdown.run();
        }
    }
}
