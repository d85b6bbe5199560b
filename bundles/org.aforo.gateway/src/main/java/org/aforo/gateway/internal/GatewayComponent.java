package org.aforo.gateway.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.api.IngestionService;
import org.aforo.api.Plugins;
import org.aforo.api.Producers;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.gateway.BenchGateway;
import org.aforo.protocol.Dispatcher;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The gateway of a bench in an OSGi runtime: up while there is a {@link Bench}, answering for the services that are
 * plugged in at the moment. {@link Gateway} and {@link ApiCaller} are registered once it answers; why it can't is
 * published as the event {@code gateway-failed}.
 */
@Component(immediate = true, service = {})
public final class GatewayComponent {

    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Bench bench;
    private final Dispatcher dispatcher;
    private final BenchGateway gateway;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Plugins plugins;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Producers producers;

    /**
     * Called by Declarative Services.
     *
     * @param settings what the bench came up by. Its news gets here when all that hangs on the bench was told of it,
     *                 so the port opens when the services are there
     */
    @Activate
    public GatewayComponent(BundleContext context, @Reference BenchSettings settings, @Reference Bench bench) {
        this.context = context;
        this.bench = bench;
        dispatcher = new Dispatcher(bench);
        gateway = new BenchGateway(bench, dispatcher::handle, dispatcher, () -> Optional.ofNullable(plugins),
                () -> Optional.ofNullable(producers),
                context.getBundle().getVersion().toString());
    }

    /** Its endpoints are answered when this returns; called before {@link #start} for those that are there. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void plug(IngestionService service) {
        dispatcher.plug(service);
    }

    /** Returns when its requests under way have ended, or the drain time is over. */
    void unplug(IngestionService service) {
        dispatcher.unplug(service, DRAIN);
    }

    @Activate
    void start() {
        try {
            gateway.start(problem -> bench.events().publish("gateway-failed", "", problem));
        } catch (IllegalStateException e) {
            bench.events().publish("gateway-failed", "", e.getMessage());
            throw e;
        }
        registrations.add(context.registerService(ApiCaller.class, dispatcher, null));
        registrations.add(context.registerService(Gateway.class, gateway, null));
    }

    @Deactivate
    void stop() {
        registrations.forEach(ServiceRegistration::unregister);
        gateway.close();
    }
}
