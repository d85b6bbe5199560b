package org.aforo.service.topics.internal;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Endpoint;

/** Takes what queues are sent, and fails as a test says. It survives its bench. */
final class FakeQueues implements IngestionService {

    /** As in the model. */
    record Input(String queueUrl, String messageBody, Map<String, Attribute> messageAttributes,
            String messageGroupId, String messageDeduplicationId) {

        String queue() {
            return queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
        }
    }

    /** As in the model. */
    record Attribute(String dataType, String stringValue, ByteBuffer binaryValue) {
    }

    /** As in the model. */
    record Output(String messageId) {
    }

    private final List<Input> sent = new ArrayList<>();
    private final Deque<AwsError> failures = new ArrayDeque<>();
    private Predicate<Input> gone = input -> false;
    private Predicate<Input> busy = input -> false;

    /** The next sends fail so. */
    synchronized void fail(AwsError error, int times) {
        for (int i = 0; i < times; i++) {
            failures.add(error);
        }
    }

    /** Sends like that fail as those to a queue that isn't there. */
    synchronized void lose(Predicate<Input> sends) {
        gone = sends;
    }

    /** Sends like that fail for the time being. */
    synchronized void busy(Predicate<Input> sends) {
        busy = sends;
    }

    synchronized List<Input> sent(String queue) {
        return sent.stream().filter(each -> each.queue().equals(queue)).toList();
    }

    List<String> bodies(String queue) {
        return sent(queue).stream().map(Input::messageBody).toList();
    }

    private synchronized Output send(Input input, Call call) {
        if (gone.test(input)) {
            throw AwsError.client("QueueDoesNotExist", "The specified queue does not exist.");
        }
        if (busy.test(input)) {
            throw new AwsError("ServiceUnavailable", 503, "busy");
        }
        if (!failures.isEmpty()) {
            throw failures.poll();
        }
        sent.add(input);
        return new Output(UUID.randomUUID().toString());
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("sqs", "Queues", "For tests.");
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(AwsApi.of(FakeQueues.class.getResource("/model/sqs-2012-11-05-model.json"))
                .operation("SendMessage", Input.class, Output.class, Input::queue, this::send).build());
    }

    @Override
    public Collection<? extends Resource> resources() {
        return List.of();
    }

    @Override
    public void reset() {
        sent.clear();
    }
}
