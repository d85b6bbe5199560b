package org.aforo.ui.app.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.client.Connections;
import org.aforo.headless.ComponentFailures;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The bench that runs inside the workbench, followed as any other: over HTTP. It keeps its state in the folder of the
 * preference {@value #DATA_FOLDER}, or in {@code bench} inside the workspace.
 */
final class EmbeddedBench implements AutoCloseable {

    /** Preference of this bundle: the folder that keeps the embedded bench's state. */
    static final String DATA_FOLDER = "data folder";

    private static final String HOST = "127.0.0.1";
    private static final int START_SECONDS = 60;
    private static final long LOOK_MILLIS = 50;

    private final BundleContext bundles;
    private ServiceRegistration<BenchSettings> registration;

    EmbeddedBench(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** Returns at once; a job waits for the bench and tells in the status line how it came up. */
    void start() {
        Job job = Job.create(Messages.BenchStarting, (ICoreRunnable) this::open);
        job.setPriority(Job.SHORT);
        job.schedule();
    }

    private void open(IProgressMonitor monitor) {
        BenchSettings settings = settings();
        synchronized (this) {
            registration = bundles.registerService(BenchSettings.class, settings, null);
        }
        ServiceTracker<Gateway, Gateway> gateways = new ServiceTracker<>(bundles, Gateway.class, null);
        gateways.open();
        try {
            Gateway gateway = await(gateways, monitor);
            Connections.shared().connect(Messages.BenchName, gateway.endpoint(), true);
            StatusLine.tell(settings.port() == 0
                    ? NLS.bind(Messages.BenchOtherPort, BenchSettings.DEFAULT_PORT, gateway.endpoint())
                    : NLS.bind(Messages.BenchUp, gateway.endpoint()));
        } catch (IllegalStateException e) {
            String message = NLS.bind(Messages.BenchFailed, e.getMessage());
            Platform.getLog(EmbeddedBench.class).log(Status.warning(message));
            StatusLine.fail(message);
        } finally {
            gateways.close();
        }
    }

    private Gateway await(ServiceTracker<Gateway, Gateway> gateways, IProgressMonitor monitor) {
        ComponentFailures failures = new ComponentFailures(bundles);
        for (long i = 0; i < Duration.ofSeconds(START_SECONDS).toMillis() / LOOK_MILLIS; i++) {
            Gateway gateway = look(gateways);
            if (gateway != null) {
                return gateway;
            }
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            Optional<String> failure = failures.first();
            if (failure.isPresent()) {
                throw new IllegalStateException(failure.get());
            }
        }
        throw new IllegalStateException(NLS.bind(Messages.BenchSlow, START_SECONDS));
    }

    private static Gateway look(ServiceTracker<Gateway, Gateway> gateways) {
        try {
            return gateways.waitForService(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    private static BenchSettings settings() {
        int port = free(BenchSettings.DEFAULT_PORT) ? BenchSettings.DEFAULT_PORT : 0;
        return new BenchSettings(folder(), false, HOST, port, -1, false, 1.0, false, BenchSettings.DEFAULT_FSYNC);
    }

    private static Path folder() {
        String chosen = Platform.getPreferencesService().getString("org.aforo.ui.app", DATA_FOLDER, "", null);
        return chosen.isBlank() ? Platform.getLocation().append("bench").toPath() : Path.of(chosen);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
    }
}
