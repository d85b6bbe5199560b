package org.aforo.protocol.fake;

import java.util.Collection;
import java.util.List;

import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Endpoint;

/** A service that is nothing but its API. */
public record FakeService(String id, AwsApi api) implements IngestionService {

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor(id, id, "A fake.");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(api);
    }

    @Override
    public Collection<? extends Resource> resources() {
        return List.of();
    }

    @Override
    public void reset() {
        // nothing to forget
    }
}
