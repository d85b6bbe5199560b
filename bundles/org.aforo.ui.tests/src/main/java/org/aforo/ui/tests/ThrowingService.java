package org.aforo.ui.tests;

import java.util.Collection;
import java.util.List;

import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.Endpoint;

/** A plug-in with a defect: it can't tell its resources. Packed into a jar by {@link BrokenPluginTest}. */
public final class ThrowingService implements IngestionService {

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("throwing", "Throwing", Text.of("Fails.", "Falla."), Text.of("things", "cosas"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Collection<? extends Resource> resources() {
        throw new IllegalStateException("the plug-in has a defect");
    }

    @Override
    public void reset() {
        // keeps nothing
    }
}
