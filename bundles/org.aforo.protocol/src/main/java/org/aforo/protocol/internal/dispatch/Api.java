package org.aforo.protocol.internal.dispatch;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.endpoint.AwsApi;
import org.aforo.protocol.internal.binding.Bindings;
import org.aforo.protocol.internal.describe.Documents;
import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.rest.RestRoutes;

/** An API of a plugged-in service. Its model is read, and its records bound, when it is first called. */
final class Api {

    private final AwsApi source;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile Loaded loaded;
    private volatile SoftReference<Documents> documents = new SoftReference<>(null);

    private record Loaded(ServiceModel model, Map<String, BoundOperation<?, ?>> operations, RestRoutes routes) {
    }

    Api(AwsApi source) {
        this.source = source;
    }

    /** The model, if it has been read. */
    ServiceModel modelIfRead() {
        Loaded l = loaded;
        return l == null ? null : l.model;
    }

    ServiceModel model() {
        return loaded().model;
    }

    /** By method and path. */
    RestRoutes routes() {
        return loaded().routes;
    }

    /** The operation, or null when it isn't built. */
    BoundOperation<?, ?> operation(String name) {
        return loaded().operations.get(name);
    }

    /** Names of those that are built. */
    Set<String> operations() {
        Set<String> names = new LinkedHashSet<>();
        source.operations().forEach(o -> names.add(o.name()));
        return names;
    }

    /** The model's words for people. */
    Documents documents() {
        Documents read = documents.get();
        if (read == null) {
            read = Documents.of(source.model());
            documents = new SoftReference<>(read);
        }
        return read;
    }

    private Loaded loaded() {
        Loaded l = loaded;
        if (l != null) {
            return l;
        }
        loading.lock();
        try {
            if (loaded == null) {
                loaded = load();
            }
            return loaded;
        } finally {
            loading.unlock();
        }
    }

    private Loaded load() {
        ServiceModel model = C2jLoader.load(source.model(), source.additions());
        Bindings bindings = new Bindings();
        Map<String, BoundOperation<?, ?>> operations = new HashMap<>();
        for (AwsApi.Operation<?, ?> built : source.operations()) {
            Operation operation = model.operations().get(built.name());
            if (operation == null) {
                throw new IllegalArgumentException(source.model() + " has no operation " + built.name());
            }
            operations.put(built.name(),
                    BoundOperation.of(operation, built, bindings, Throttling.error(model, operation)));
        }
        return new Loaded(model, Map.copyOf(operations), RestRoutes.of(model));
    }
}
