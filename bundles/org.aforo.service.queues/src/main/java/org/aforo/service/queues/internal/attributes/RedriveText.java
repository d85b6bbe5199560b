package org.aforo.service.queues.internal.attributes;

import java.util.Set;
import java.util.TreeSet;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.Queues;
import org.aforo.service.queues.internal.RedriveAllowPolicy;
import org.aforo.service.queues.internal.RedrivePolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attribute {@code RedrivePolicy}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html">
 *      Dead-letter queues</a>
 */
record RedriveText(Queues queues, QueueName queue, boolean fifo) {

    private static final String NAME = AttributeNames.REDRIVE;
    private static final String TARGET = "deadLetterTargetArn";
    private static final String COUNT = "maxReceiveCount";
    private static final int MOST = 1_000;

    RedrivePolicy read(String text) throws AwsError {
        JsonNode node = Json.object(text,
                Errors.invalid("Invalid value for the parameter RedrivePolicy. Reason: Redrive "
                        + "policy is not a valid JSON map."));
        for (String mandatory : new String[] {COUNT, TARGET}) {
            if (!node.has(mandatory)) {
                throw Errors.invalid(text, NAME,
                        "Redrive policy does not contain mandatory attribute: " + mandatory + '.');
            }
        }
        Set<String> names = new TreeSet<>();
        node.properties().forEach(member -> names.add(member.getKey()));
        if (names.size() > 2) {
            throw Errors.invalid(text, NAME,
                    "Only following attributes are supported: [" + COUNT + ", " + TARGET + "].");
        }
        int count = count(text, node.get(COUNT));
        return new RedrivePolicy(target(text, node.get(TARGET)), count);
    }

    private static int count(String text, JsonNode node) throws AwsError {
        String told = node.asString("");
        boolean number = told.matches("\\d{1,4}") && Integer.parseInt(told) >= 1 && Integer.parseInt(told) <= MOST;
        if (!number) {
            throw Errors.invalid(text, NAME, "Invalid value for maxReceiveCount: " + (told.isEmpty() ? node : told)
                    + ", valid values are from 1 to 1000 both inclusive.");
        }
        return Integer.parseInt(told);
    }

    private String target(String text, JsonNode node) throws AwsError {
        Arn arn;
        try {
            arn = Arn.parse(node.asString(""));
        } catch (IllegalArgumentException e) {
            throw Errors.invalid(text, NAME, "Invalid value for deadLetterTargetArn.");
        }
        QueueName target = QueueName.of(arn);
        if (target == null) {
            throw Errors.invalid(text, NAME, "Only SQS queues are valid resources for deadLetterTargetArn.");
        }
        if (!target.region().equals(queue.region())) {
            throw Errors.invalid(text, NAME, "Dead-letter target must be in same region as the source.");
        }
        if (!target.account().equals(queue.account())) {
            throw Errors.invalid(text, NAME, "Dead-letter target owner should be same as the source.");
        }
        if (target.fifo() != fifo) {
            throw Errors.invalid(text, NAME, "Dead-letter queue must be same type of queue as the source..");
        }
        checkAllowed(text, queues.lookUp(target));
        return arn.toString();
    }

    private void checkAllowed(String text, Queue target) throws AwsError {
        if (target == null) {
            throw Errors.invalid(text, NAME, "Dead letter target does not exist.");
        }
        RedriveAllowPolicy allow = target.meta().settings().redriveAllow();
        if (allow != null && !allow.allows(queue.arn().toString())) {
            throw Errors.invalid(text, NAME, "The dead-letter queue's redrive allow policy doesn't permit this source "
                    + "queue.");
        }
    }

    /** As AWS tells it. */
    static String write(RedrivePolicy policy) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put(TARGET, policy.target());
        node.put(COUNT, policy.maxReceiveCount());
        return node.toString();
    }
}
