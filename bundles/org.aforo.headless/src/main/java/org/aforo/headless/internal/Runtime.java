package org.aforo.headless.internal;

import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.headless.ComponentFailures;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** The OSGi framework as the command line sees it: where a bench is started and its parts are found. */
public final class Runtime {

    private static final long START_SECONDS = 60;

    private final BundleContext bundles;
    private final ComponentFailures failures;

    Runtime(BundleContext bundles) {
        this.bundles = bundles;
        this.failures = new ComponentFailures(bundles);
    }

    /**
     * Starts a bench in this process and returns once its gateway answers.
     *
     * @throws CommandFailure when it can't come up, in the words of the part that failed
     */
    public RunningBench start(BenchSettings settings) {
        var registration = bundles.registerService(BenchSettings.class, settings, null);
        try {
            Gateway gateway = await(Gateway.class);
            Bench bench = service(Bench.class).orElseThrow();
            return new RunningBench(this, bench, gateway, registration::unregister);
        } catch (CommandFailure failure) {
            registration.unregister();
            throw failure;
        }
    }

    /** A service that is registered now. */
    public <T> Optional<T> service(Class<T> type) {
        ServiceReference<T> reference = bundles.getServiceReference(type);
        return Optional.ofNullable(reference).map(bundles::getService);
    }

    private <T> T await(Class<T> type) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            Optional<T> found = service(type);
            if (found.isPresent()) {
                return found.get();
            }
            failures.first().ifPresent(text -> {
                throw new CommandFailure(text);
            });
            pause();
        }
        throw new CommandFailure("the bench did not come up within " + START_SECONDS + " s");
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted while the bench was coming up");
        }
    }
}
