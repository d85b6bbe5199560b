package org.aforo.headless;

import java.util.List;
import java.util.Optional;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;

/** Why a bench does not come up: which of Aforo's components could not be activated. */
public final class ComponentFailures {

    /** What Declarative Services says of a component whose reference could not be activated. */
    private static final String DEPENDENT = "Unable to get service for reference";

    private final BundleContext bundles;

    public ComponentFailures(BundleContext bundles) {
        this.bundles = bundles;
    }

    /** In one line; of the one that failed by itself, not those it took along. */
    public Optional<String> first() {
        ServiceReference<ServiceComponentRuntime> reference = bundles
                .getServiceReference(ServiceComponentRuntime.class);
        if (reference == null) {
            return Optional.empty();
        }
        ServiceComponentRuntime components = bundles.getService(reference);
        List<String> failures = components.getComponentDescriptionDTOs().stream()
                .filter(description -> description.bundle.symbolicName.startsWith("org.aforo."))
                .flatMap(description -> components.getComponentConfigurationDTOs(description).stream())
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
}
