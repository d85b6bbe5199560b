package org.aforo.core.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.Destinations;
import org.aforo.api.flow.ObjectSink;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSource;

/** The services that are plugged in, and what of theirs an ARN leads to. */
public final class Plugged implements Destinations {

    private final CopyOnWriteArrayList<IngestionService> services = new CopyOnWriteArrayList<>();

    /** @return false when it was there already */
    public boolean add(IngestionService service) {
        return services.addIfAbsent(service);
    }

    /** @return false when it wasn't there */
    public boolean remove(IngestionService service) {
        return services.remove(service);
    }

    /** Those plugged in now, in the order they came. */
    public List<IngestionService> all() {
        return List.copyOf(services);
    }

    @Override
    public RecordSink sink(String arn) {
        return find(arn, (service, parsed) -> {
            Optional<RecordSink> sink = service.sink(parsed);
            if (sink.isEmpty() && service.objects(parsed).isPresent()) {
                throw AwsError.client("UnsupportedOperation", arn
                        + " takes whole objects, not records; send to a delivery stream that leads there.");
            }
            return sink;
        });
    }

    @Override
    public RecordSource source(String arn) {
        return find(arn, IngestionService::source);
    }

    @Override
    public ObjectSink objects(String arn) {
        return find(arn, IngestionService::objects);
    }

    private <T> T find(String text, BiFunction<IngestionService, Arn, Optional<T>> asked) {
        Arn arn = parse(text);
        boolean there = false;
        for (IngestionService service : services) {
            if (service.descriptor().id().equals(arn.service())) {
                there = true;
                Optional<T> found = asked.apply(service, arn);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        throw there ? missing(text)
                : new AwsError("ServiceUnavailable", 503, "Service " + arn.service() + " is not plugged in");
    }

    private static Arn parse(String text) {
        try {
            return Arn.parse(text);
        } catch (IllegalArgumentException notAnArn) {
            throw missing(text);
        }
    }

    private static AwsError missing(String arn) {
        return AwsError.client("ResourceNotFoundException", "Nothing of this kind is at " + arn);
    }
}
