package org.aforo.service.firehose.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.Payload;
import org.aforo.api.flow.ObjectSink;

/** Buckets in memory; those that weren't made don't exist. It survives the bench it is plugged into. */
final class FakeStore implements IngestionService {

    /** An object that was put. */
    record Stored(String bucket, String key, byte[] body, Map<String, String> headers) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    final List<Stored> objects = new CopyOnWriteArrayList<>();
    final Set<String> buckets = ConcurrentHashMap.newKeySet();
    private volatile boolean breaking;
    private volatile Runnable whenStored = () -> {};

    FakeStore bucket(String name) {
        buckets.add(name);
        return this;
    }

    /** Makes puts fail after their body was read. */
    void breaking(boolean now) {
        breaking = now;
    }

    /** Runs once each object is stored, before the put returns. */
    void whenStored(Runnable task) {
        whenStored = task;
    }

    @Override
    public Optional<ObjectSink> objects(Arn arn) {
        return buckets.contains(arn.resource()) ? Optional.of((key, body, headers) -> put(arn, key, body, headers))
                : Optional.empty();
    }

    private void put(Arn arn, String key, Payload body, Map<String, String> headers) {
        try (Payload payload = body; InputStream in = payload.stream()) {
            byte[] bytes = in.readAllBytes();
            if (breaking) {
                throw new AwsError("InternalError", 500, "We encountered an internal error. Please try again.");
            }
            objects.add(new Stored(arn.resource(), key, bytes, headers));
            whenStored.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("s3", "Buckets", "Buckets in memory.");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of();
    }

    @Override
    public Collection<Resource> resources() {
        return List.of();
    }

    @Override
    public void reset() {
        objects.clear();
    }
}
