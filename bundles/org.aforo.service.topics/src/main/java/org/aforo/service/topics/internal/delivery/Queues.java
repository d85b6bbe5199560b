package org.aforo.service.topics.internal.delivery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.ServicePrincipal;
import org.aforo.service.topics.internal.message.Message;

/**
 * Sends to queues by the queue service's own API, whichever service that is.
 *
 * @param caller gives null while nothing can be called
 */
public record Queues(Supplier<ApiCaller> caller) {

    private static final String SNS = "sns.amazonaws.com";
    private static final int SERVER = 500;
    private static final int TOO_MANY = 429;
    private static final int DEDUPLICATION_ID = 128;
    private static final Set<String> BUSY = Set.of("ThrottlingException", "RequestThrottled", "OverLimit",
            "KmsThrottled");

    /** Whether anything can be called. */
    public boolean open() {
        return caller.get() != null;
    }

    /**
     * Sends one message.
     *
     * @param topic   on whose behalf
     * @param message gives its group and its deduplication id; null when there is none
     */
    Outcome send(Arn topic, Arn queue, String body, Map<String, Object> attributes, Message message)
            throws InterruptedException {
        ApiCaller api = caller.get();
        if (api == null) {
            return new Outcome.Failed("ServiceUnavailable", "The bench is starting or stopping.", false);
        }
        Call call = new Call(UUID.randomUUID().toString(), "sqs", queue.region(), new ServicePrincipal(SNS, topic));
        try {
            api.call("sqs", "SendMessage", input(queue, body, attributes, message), call);
            return new Outcome.Delivered();
        } catch (AwsError e) {
            return failure(e);
        }
    }

    private static Map<String, Object> input(Arn queue, String body, Map<String, Object> attributes,
            Message message) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("QueueUrl", "https://sqs." + queue.region() + ".amazonaws.com/" + queue.account() + '/'
                + queue.resource());
        input.put("MessageBody", body);
        if (!attributes.isEmpty()) {
            input.put("MessageAttributes", attributes);
        }
        if (message != null && message.trace() != null) {
            input.put("MessageSystemAttributes", Map.of("AWSTraceHeader",
                    Map.of("DataType", "String", "StringValue", message.trace())));
        }
        if (message != null && message.groupId() != null) {
            input.put("MessageGroupId", message.groupId());
        }
        if (message != null && queue.resource().endsWith(".fifo")) {
            String id = message.deduplicationId() == null ? message.id() : message.deduplicationId();
            input.put("MessageDeduplicationId", id.substring(0, Math.min(id.length(), DEDUPLICATION_ID)));
        }
        return input;
    }

    /** What an error of an endpoint's own service means for the next attempt. */
    static Outcome.Failed failure(AwsError error) {
        boolean temporary = error.status() >= SERVER || error.status() == TOO_MANY || BUSY.contains(error.code());
        return new Outcome.Failed(error.code(), error.getMessage() == null ? "" : error.getMessage(), !temporary);
    }
}
