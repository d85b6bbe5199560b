package org.aforo.service.queues.internal.op;

import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueSettings;
import org.aforo.service.queues.internal.QueueUrl;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.attributes.AttributeChange;

/**
 * CreateQueue.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">
 *      API reference</a>
 */
public record CreateQueue(Queues queues) {

    private static final Pattern STANDARD = Pattern.compile("[A-Za-z0-9_-]{1,80}");
    private static final Pattern FIFO = Pattern.compile("[A-Za-z0-9_-]{1,75}\\.fifo");
    private static final String FIFO_ATTRIBUTE = "FifoQueue";

    public record Input(String queueName, Map<String, String> attributes, Map<String, String> tags) {
        public String resource() {
            return queueName;
        }
    }

    public record Output(String queueUrl) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Map<String, String> attributes = in.attributes == null ? Map.of() : in.attributes;
        Map<String, String> tags = in.tags == null ? Map.of() : in.tags;
        QueueName name = new QueueName(call.account(), call.region(), in.queueName);
        boolean fifo = "true".equalsIgnoreCase(attributes.get(FIFO_ATTRIBUTE));
        checkName(in.queueName, fifo);
        TagRules.check(tags, queues.limits().tags.getAsLong(), in.queueName);
        AttributeChange change = new AttributeChange(queues, name);
        QueueSettings settings = change.apply(QueueSettings.made(fifo), attributes);
        Queue before = queues.lookUp(name);
        Queue queue = queues.create(name, settings, tags);
        if (queue != before) {
            queues.bench().events().publish("queue-created", queue.arn().toString(), in.queueName);
        }
        if (queue == before || !queue.meta().settings().equals(settings)) {
            checkSame(change, queue, attributes);
        }
        return new Output(QueueUrl.of(queue, call, queues.bench().settings()));
    }

    private static void checkName(String name, boolean fifo) throws AwsError {
        if (name.isEmpty()) {
            throw Errors.missing("QueueName");
        }
        if (fifo && !FIFO.matcher(name).matches()) {
            throw Errors.invalid("The name of a FIFO queue can only include alphanumeric characters, hyphens, or "
                    + "underscores, must end with .fifo suffix and be 1 to 80 in length.");
        }
        if (!fifo && !STANDARD.matcher(name).matches()) {
            throw Errors
                    .invalid("Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
        }
    }

    /** A queue that is there already is given, unless an attribute that was asked for differs. */
    private static void checkSame(AttributeChange change, Queue queue, Map<String, String> attributes)
            throws AwsError {
        QueueSettings there = queue.meta().settings();
        attributes.forEach((name, value) -> {
            if (!change.apply(there, Map.of(name, value)).equals(there)) {
                throw Errors.exists(name);
            }
        });
    }
}
