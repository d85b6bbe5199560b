package org.aforo.example.hello;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The smallest service: {@code POST /hello/NAME}, the operation {@code Greet} of its API and each record that is sent
 * to it are a greeting, which is counted, buffered, and said out loud as an event once ten are together or the oldest
 * has waited five seconds.
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
        return new ServiceDescriptor("hello", "Hello", Text.of(
                "Greets whoever asks; shows how a plug-in is made.",
                "Saluda a quien lo pide; muestra cómo se hace un complemento."), Text.of("greetings", "saludos"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new HttpRoute("/hello", this::greet),
                AwsApi.of(HelloService.class.getResource("hello-model.json"))
                        .operation("Greet", Greet.class, Greeted.class, (in, call) -> new Greeted(greet(in.name())))
                        .build());
    }

    /** As in the model. */
    public record Greet(String name) {
    }

    /** As in the model. */
    public record Greeted(String greeting) {
    }

    /** What the workbench offers: a wizard for {@code Greet}. */
    @Override
    public List<Action> actions() {
        return List.of(Action.create("greetings", "Greet", Text.of("New greeting", "Nuevo saludo"),
                Page.of(Text.of("Whom?", "\u00bfA qui\u00e9n?"),
                        Text.of("A greeting is said out loud with the next nine.",
                                "Un saludo se dice en voz alta con los nueve siguientes."),
                        Field.of("Name", Text.of("Name", "Nombre"),
                                Text.of("Letters, digits, dots and hyphens.", "Letras, cifras, puntos y guiones."))
                                .preset("Ana"))));
    }

    /** Where producers, and other services, may send to: each record's text is a name. */
    @Override
    public Optional<RecordSink> sink(Arn arn) {
        return arn.equals(greetings.arn()) ? Optional.of(this::take) : Optional.empty();
    }

    private List<RecordSink.Outcome> take(List<FlowRecord> records) throws InterruptedException {
        List<RecordSink.Outcome> outcomes = new ArrayList<>();
        for (FlowRecord record : records) {
            greet(StandardCharsets.UTF_8.decode(record.data().duplicate()).toString());
            outcomes.add(new RecordSink.Outcome("", null));
        }
        return outcomes;
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
        return HttpRoute.Response.text(200, "text/plain", greet(name) + '\n');
    }

    private String greet(String name) throws InterruptedException {
        greetings.in().add(1, name.length());
        buffer.add(1, name.length());
        return "Hello, " + name + '!';
    }

    @Deactivate
    public void close() {
        buffer.close();
        greetings.in().close();
        greetings.out().close();
    }
}
