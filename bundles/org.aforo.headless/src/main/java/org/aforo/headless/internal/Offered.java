package org.aforo.headless.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Which bundle offers which services; what one offered before it was stopped is remembered. For any thread. */
final class Offered extends ServiceTracker<IngestionService, ServiceDescriptor> {

    private final Map<Bundle, Map<String, String>> titles = new ConcurrentHashMap<>();

    Offered(BundleContext bundles) {
        super(bundles, IngestionService.class, null);
    }

    @Override
    public ServiceDescriptor addingService(ServiceReference<IngestionService> reference) {
        IngestionService service = context.getService(reference);
        if (service == null) {
            return null;
        }
        ServiceDescriptor told = service.descriptor();
        titles.merge(reference.getBundle(), Map.of(told.id(), told.title()), Offered::both);
        return told;
    }

    private static Map<String, String> both(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    @Override
    public void removedService(ServiceReference<IngestionService> reference, ServiceDescriptor told) {
        context.ungetService(reference);
    }

    /** Titles by id; empty for a bundle that never offered one. */
    Map<String, String> by(Bundle bundle) {
        return titles.getOrDefault(bundle, Map.of());
    }
}
