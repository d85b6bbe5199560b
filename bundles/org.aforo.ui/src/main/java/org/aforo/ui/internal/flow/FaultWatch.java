package org.aforo.ui.internal.flow;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.ModelChange;

/** Asks a bench for its faults whenever it tells that some came or went. */
final class FaultWatch implements AutoCloseable {

    private final Supplier<BenchConnection> bench;
    private final Consumer<ActiveFaults> found;
    private final Runnable then;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AutoCloseable changes = Connections.shared().listen(this::changed);

    FaultWatch(Supplier<BenchConnection> bench, Consumer<ActiveFaults> found, Runnable then) {
        this.bench = bench;
        this.found = found;
        this.then = then;
    }

    private void changed(ModelChange change) {
        if (change.connection() == bench.get() && (change.structure() || change.events().stream()
                .anyMatch(event -> event.type().startsWith("fault")))) {
            ask();
        }
    }

    void ask() {
        BenchConnection now = bench.get();
        if (now != null && asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("faults of " + now.name()).start(() -> {
                asking.set(false);
                try {
                    found.accept(ActiveFaults.of(now));
                    then.run();
                } catch (BenchException e) {
                    found.accept(ActiveFaults.NONE);
                }
            });
        }
    }

    @Override
    public void close() {
        try {
            changes.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
