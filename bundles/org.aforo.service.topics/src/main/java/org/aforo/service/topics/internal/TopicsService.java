package org.aforo.service.topics.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.aforo.api.Action;
import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.service.topics.internal.delivery.DeadLetters;
import org.aforo.service.topics.internal.delivery.Endpoints;
import org.aforo.service.topics.internal.delivery.Envelopes;
import org.aforo.service.topics.internal.delivery.Feed;
import org.aforo.service.topics.internal.delivery.Outbox;
import org.aforo.service.topics.internal.delivery.Outboxes;
import org.aforo.service.topics.internal.delivery.Queues;
import org.aforo.service.topics.internal.delivery.Signer;
import org.aforo.service.topics.internal.delivery.SigningKey;
import org.aforo.service.topics.internal.delivery.Web;
import org.aforo.service.topics.internal.delivery.Workers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** SNS: topics that give what is published to all who subscribed. */
@Component(service = IngestionService.class, immediate = true)
public final class TopicsService implements IngestionService, AutoCloseable {

    private final Bench bench;
    private final SigningKey key;
    private final Web web = new Web(Web.PATIENCE);
    private final Outboxes outboxes;
    private final Topics topics;

    private volatile ApiCaller caller;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile Gateway gateway;

    /** Called by Declarative Services. Takes up the topics that are kept. */
    @Activate
    public TopicsService(@Reference Bench bench) {
        this(bench, null, null);
    }

    /**
     * Takes up the topics that are kept.
     *
     * @param queues by what queues are called; null for what Declarative Services bring
     * @param base   where the bench is reached; null for what Declarative Services bring
     */
    public TopicsService(Bench bench, Supplier<ApiCaller> queues, Supplier<URI> base) {
        this.bench = bench;
        Limits limits = new Limits(bench.quotas());
        this.key = new SigningKey(bench.metadata().map("sns.signing", SigningKey.Saved.class));
        this.outboxes = new Outboxes(bench, limits.outbox);
        Envelopes envelopes = new Envelopes(new Signer(key));
        Queues byApi = new Queues(queues == null ? () -> caller : queues);
        Supplier<String> reached = base == null ? this::reached : () -> base.get().toString();
        this.topics = new Topics(new Engine(bench, limits, new Endpoints(bench, byApi, web, outboxes, envelopes),
                new DeadLetters(byApi, envelopes), new Workers(bench.scheduler(), limits.workers), reached,
                bench.metadata().map("sns.progress", Feed.Saved.class)));
        topics.restore();
    }

    /** Queues are called by it. The gateway brings it, which needs the services first: deliveries wait for it. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCaller(ApiCaller api) {
        caller = api;
        topics.wake();
    }

    void unbindCaller(ApiCaller api) {
        if (caller == api) {
            caller = null;
        }
    }

    private String reached() {
        Gateway now = gateway;
        BenchSettings settings = bench.settings();
        return now == null ? "http://" + settings.host() + ':' + settings.port() : now.endpoint().toString();
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("sns", "SNS topics",
                Text.of("Gives what is published to a topic to queues, delivery streams, web endpoints and people.",
                        "Da lo que se publica en un tema a colas, flujos de entrega, servidores web y personas."),
                Text.of("topic", "tema"), Text.of("subscription", "suscripción"),
                Text.of("outbox", "bandeja de salida"), Text.of("delivers to", "entrega a"),
                Text.of("dead letters to", "mensajes fallidos a"), Text.of("waiting", "en espera"),
                Text.of("kept", "guardado"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new TopicsApi(topics, outboxes).api(), new HttpRoute(key.path(), request -> HttpRoute.Response
                .text(200, "application/x-pem-file", key.certificate())));
    }

    @Override
    public Collection<Resource> resources() {
        List<Resource> all = new ArrayList<>();
        for (Topic topic : topics.all()) {
            all.add(topic);
            all.addAll(topic.subscriptions());
        }
        all.addAll(outboxes.all());
        return all;
    }

    @Override
    public Optional<RecordSink> sink(Arn arn) {
        return topics.find(arn).map(topic -> new TopicSink(topic, topics));
    }

    @Override
    public Optional<RecordPeek> peek(Arn arn) {
        return topics.find(arn).map(Topic::peek).or(() -> outbox(arn).map(Outbox::peek));
    }

    private Optional<Outbox> outbox(Arn arn) {
        return arn.service().equals("sns") ? outboxes.find(arn) : Optional.empty();
    }

    @Override
    public long empty(Arn arn) throws InterruptedException {
        Optional<Outbox> outbox = outbox(arn);
        return outbox.isPresent() ? outbox.get().empty() : IngestionService.super.empty(arn);
    }

    @Override
    public List<PublishedMetric> metrics() {
        return topics.all().stream().flatMap(topic -> topic.metrics().stream()).toList();
    }

    @Override
    public List<Action> actions() {
        return TopicActions.all();
    }

    /** Forgets all topics, subscriptions and messages; the signing key stays, as verifiers remember it. */
    @Override
    public void reset() {
        topics.reset();
        outboxes.clear();
    }

    /** Stops; what isn't delivered is kept for the next start. */
    @Deactivate
    @Override
    public void close() {
        topics.close();
        web.close();
        outboxes.close();
    }
}
