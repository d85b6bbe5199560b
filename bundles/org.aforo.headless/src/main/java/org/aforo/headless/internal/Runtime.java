package org.aforo.headless.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.api.Plugins;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** The OSGi framework as the command line sees it: where a bench is started and its parts are found. */
public final class Runtime {

    private static final long START_SECONDS = 60;
    /** What Declarative Services says of a component whose reference could not be activated. */
    private static final String DEPENDENT = "Unable to get service for reference";

    private final BundleContext bundles;

    Runtime(BundleContext bundles) {
        this.bundles = bundles;
    }

    /**
     * Starts a bench in this process and returns once its gateway answers.
     *
     * @throws CommandFailure when it can't come up, in the words of the part that failed
     */
    public RunningBench start(BenchSettings settings) {
        var registration = bundles.registerService(BenchSettings.class, settings, null);
        PluginFolder plugins = new PluginFolder(bundles, settings.data().resolve("plugins"));
        try {
            Gateway gateway = await(Gateway.class);
            Bench bench = service(Bench.class).orElseThrow();
            plugins.open(bench);
            var published = bundles.registerService(Plugins.class, plugins, null);
            return new RunningBench(this, bench, gateway, () -> {
                published.unregister();
                plugins.close();
                registration.unregister();
            });
        } catch (CommandFailure failure) {
            plugins.close();
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
            failure().ifPresent(text -> {
                throw new CommandFailure(text);
            });
            pause();
        }
        throw new CommandFailure("the bench did not come up within " + START_SECONDS + " s");
    }

    /** Why a component could not be activated, in one line; the one that failed by itself, not those it took along. */
    private Optional<String> failure() {
        List<String> failures = service(ServiceComponentRuntime.class).stream()
                .flatMap(components -> components.getComponentDescriptionDTOs().stream()
                        .filter(description -> description.bundle.symbolicName.startsWith("org.aforo."))
                        .flatMap(description -> components.getComponentConfigurationDTOs(description).stream()))
                .filter(configuration -> configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(configuration -> message(configuration.failure)).toList();
        return failures.stream().filter(failure -> !failure.startsWith(DEPENDENT)).findFirst()
                .or(() -> failures.stream().findFirst());
    }

    /** The component's own message in a printed stack trace, below what Declarative Services wraps around it. */
    static String message(String trace) {
        List<String> messages = trace.lines().filter(line -> !line.isEmpty() && !line.startsWith("\t"))
                .map(line -> line.replaceFirst("^Caused by: ", "")).toList();
        String own = messages.stream()
                .filter(line -> !line.matches("[\\w.$]*(ComponentException|InvocationTargetException)\\b.*"))
                .findFirst().orElse(messages.isEmpty() ? "" : messages.getLast());
        return own.replaceFirst("^[\\w.$]+(Exception|Error): ", "");
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
