package org.aforo.core.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import org.aforo.api.IngestionService;
import org.aforo.core.LocalBench;

/**
 * Plugs services into the bench as they come and go. A component of its own: services refer to the bench,
 * so the bench can't refer to them.
 */
@Component(service = Whiteboard.class, immediate = true)
public final class Whiteboard {

    private final LocalBench bench;

    @Activate
    public Whiteboard(@Reference LocalBench bench) {
        this.bench = bench;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void plug(IngestionService service) {
        bench.plug(service);
    }

    public void unplug(IngestionService service) {
        bench.unplug(service);
    }
}
