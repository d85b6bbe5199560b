package org.aforo.service.queues.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Action;
import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.endpoint.HttpRoute;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.meter.PublishedMetric;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Simple Queue Service.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html">API reference</a>
 */
@Component(service = IngestionService.class, immediate = true)
public final class QueuesService implements IngestionService, AutoCloseable {

    private final Queues queues;

    @Activate
    public QueuesService(@Reference Bench bench) {
        queues = new Queues(bench);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("sqs", "SQS queues",
                Text.of("Queues that hold messages until one consumer has worked on them.",
                        "Colas que guardan los mensajes hasta que un consumidor los ha tratado."),
                Text.of("queue", "cola"), Text.of("dead letters to", "mensajes fallidos a"),
                Text.of("messages", "mensajes"), Text.of("in flight", "en vuelo"));
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(QueuesApi.of(queues), new HttpRoute(MessageRoute.PATH, new MessageRoute(queues)::handle));
    }

    @Override
    public Collection<? extends Resource> resources() {
        return queues.all().stream().map(queue -> new QueueResource(queue, queues.limits())).toList();
    }

    @Override
    public void reset() {
        queues.reset();
    }

    @Override
    public Optional<RecordSink> sink(Arn arn) {
        return existing(arn).map(queue -> new QueueSink(queues, queue.fullName()));
    }

    @Override
    public Optional<RecordPeek> peek(Arn arn) {
        return existing(arn).map(Queue::peek);
    }

    @Override
    public long empty(Arn arn) throws AwsError {
        return queues.empty(existing(arn).orElseThrow(Errors::noQueue));
    }

    @Override
    public Collection<PublishedMetric> metrics() {
        return QueueMetrics.of(queues);
    }

    @Override
    public List<Action> actions() {
        return QueueActions.all();
    }

    private Optional<Queue> existing(Arn arn) {
        return Optional.ofNullable(QueueName.of(arn)).map(queues::lookUp);
    }

    @Override
    @Deactivate
    public void close() {
        queues.close();
    }
}
