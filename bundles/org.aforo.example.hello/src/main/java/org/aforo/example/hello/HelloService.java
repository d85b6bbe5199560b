package org.aforo.example.hello;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.FlowBuffer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The smallest service: {@code POST /hello/NAME} is counted, buffered, and said out loud as an event
 * once ten are together or the oldest has waited five seconds.
 */
@Component(service = IngestionService.class, immediate = true)
public final class HelloService implements IngestionService {

    private final Greetings greetings;
    private final FlowBuffer buffer;

    @Activate
    public HelloService(@Reference Bench bench) {
        Arn arn = Arn.of("hello", BenchSettings.DEFAULT_REGION, BenchSettings.DEFAULT_ACCOUNT, "greetings");
        buffer = bench.buffers().open(
                new Buffers.Spec("greetings", Long.MAX_VALUE, 10, Duration.ofSeconds(5), 1 << 20),
                batch -> bench.events().publish("greeted", arn.toString(), batch.records() + " said hello"));
        greetings = new Greetings(arn, bench.meters().open(arn.toString(), "in"),
                bench.meters().open(arn.toString(), "out"), buffer);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("hello", "Hello", "Greets whoever asks; shows how a plug-in is made.");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new HttpRoute("/hello", this::greet));
    }

    @Override
    public Collection<Greetings> resources() {
        return List.of(greetings);
    }

    @Override
    public void reset() {
        // Nothing is kept.
    }

    private HttpRoute.Response greet(HttpRoute.Request request) throws InterruptedException {
        String name = request.path().substring("/hello".length()).replace("/", "");
        if (name.isEmpty()) {
            return HttpRoute.Response.text(400, "text/plain", "Whom? Ask for /hello/NAME.\n");
        }
        greetings.in().add(1, name.length());
        buffer.add(1, name.length());
        return HttpRoute.Response.text(200, "text/plain", "Hello, " + name + "!\n");
    }

    @Deactivate
    public void close() {
        buffer.close();
        greetings.in().close();
        greetings.out().close();
    }
}
