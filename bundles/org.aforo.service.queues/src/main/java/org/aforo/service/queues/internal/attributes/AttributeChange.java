package org.aforo.service.queues.internal.attributes;

import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.QueueName;
import org.aforo.service.queues.internal.QueueSettings;
import org.aforo.service.queues.internal.Queues;

/**
 * Reads attributes that a client sets, each within the range that AWS documents.
 *
 * @param queues where a dead-letter queue is looked up
 * @param queue  whose attributes they are
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">
 *      SetQueueAttributes</a>
 */
public record AttributeChange(Queues queues, QueueName queue) {

    private static final int TWELVE_HOURS = 43_200;
    private static final int FIFTEEN_MINUTES = 900;
    private static final int MINUTE = 60;
    private static final int FOURTEEN_DAYS = 1_209_600;
    private static final int LONGEST_POLL = 20;
    private static final int LEAST_SIZE = 1_024;
    private static final int DAY = 86_400;

    /**
     * The settings with attributes changed.
     *
     * @throws AwsError {@code InvalidAttributeName}, {@code InvalidAttributeValue} or {@code InvalidParameterValue}
     */
    public QueueSettings apply(QueueSettings settings, Map<String, String> attributes) throws AwsError {
        Draft draft = new Draft(settings);
        attributes.forEach((name, value) -> set(draft, name, value));
        Encryption.check(draft, attributes);
        checkThroughput(draft, attributes);
        return draft.settings();
    }

    private void set(Draft draft, String name, String value) throws AwsError {
        if (value == null) {
            throw Errors.badAttribute(name);
        }
        switch (name) {
            case AttributeNames.VISIBILITY -> draft.visibilitySeconds = number(name, value, 0, TWELVE_HOURS);
            case AttributeNames.DELAY -> draft.delaySeconds = number(name, value, 0, FIFTEEN_MINUTES);
            case AttributeNames.RETENTION -> draft.retentionSeconds = number(name, value, MINUTE, FOURTEEN_DAYS);
            case AttributeNames.WAIT -> draft.waitSeconds = number(name, value, 0, LONGEST_POLL);
            case AttributeNames.MAX_BYTES -> draft.maxMessageBytes = number(name, value, LEAST_SIZE,
                    queues.limits().messageBytes.getAsLong());
            case AttributeNames.KMS_REUSE -> draft.kmsReuseSeconds = number(name, value, MINUTE, DAY);
            case AttributeNames.KMS_KEY -> draft.kmsKeyId = value.isEmpty() ? null : value;
            case AttributeNames.MANAGED_SSE -> draft.managedSse = flag(name, value) ? null : Boolean.FALSE;
            case AttributeNames.POLICY -> draft.policy = value.isEmpty() ? null
                    : PolicyDocument.checked(value, queues);
            case AttributeNames.REDRIVE -> draft.redrive = value.isEmpty() ? null
                    : new RedriveText(queues, queue, draft.fifo).read(value);
            case AttributeNames.REDRIVE_ALLOW -> draft.redriveAllow = value.isEmpty() ? null
                    : RedriveAllowText.read(value);
            default -> setFifo(draft, name, value);
        }
    }

    private static void setFifo(Draft draft, String name, String value) throws AwsError {
        switch (name) {
            case AttributeNames.FIFO -> checkType(draft, value);
            case AttributeNames.CONTENT_DEDUP -> {
                onlyFifo(draft, Errors.unknownAttribute(name));
                draft.contentDedup = flag(name, value);
            }
            case AttributeNames.DEDUP_SCOPE -> {
                onlyFifo(draft, needsFifo(name));
                draft.groupScope = choice(name, value, "queue", "messageGroup");
            }
            case AttributeNames.THROUGHPUT -> {
                onlyFifo(draft, needsFifo(name));
                draft.groupThroughput = choice(name, value, "perQueue", "perMessageGroupId");
            }
            default -> throw Errors.unknownAttribute(name);
        }
    }

    private static AwsError needsFifo(String name) {
        return AwsError.client("InvalidAttributeName", "You can specify the " + name
                + " only when FifoQueue is set to true.");
    }

    /** A standard queue doesn't know the attribute, whatever its value. */
    private static void checkType(Draft draft, String value) throws AwsError {
        onlyFifo(draft, Errors.unknownAttribute(AttributeNames.FIFO));
        if (!flag(AttributeNames.FIFO, value)) {
            throw AwsError.client("InvalidAttributeValue",
                    "Invalid value for the parameter FifoQueue. Reason: Modifying "
                            + "queue type is not supported.");
        }
    }

    private static void onlyFifo(Draft draft, AwsError otherwise) throws AwsError {
        if (!draft.fifo) {
            throw otherwise;
        }
    }

    private static void checkThroughput(Draft draft, Map<String, String> attributes) throws AwsError {
        boolean told = attributes.containsKey(AttributeNames.THROUGHPUT)
                || attributes.containsKey(AttributeNames.DEDUP_SCOPE);
        if (told && draft.groupThroughput && !draft.groupScope) {
            throw AwsError.client("InvalidAttributeValue",
                    "Invalid value for the parameter FifoThroughputLimit. Reason: "
                            + "The perMessageGroupId value is allowed only when the value for DeduplicationScope is "
                            + "messageGroup.");
        }
    }

    private static int number(String name, String value, long least, long most) throws AwsError {
        try {
            long number = Long.parseLong(value.strip());
            if (number >= least && number <= most) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            throw Errors.badAttribute(name);
        }
        throw Errors.badAttribute(name);
    }

    private static boolean flag(String name, String value) throws AwsError {
        return choice(name, value.toLowerCase(Locale.ROOT), "false", "true");
    }

    private static boolean choice(String name, String value, String no, String yes) throws AwsError {
        if (value.equals(yes) || value.equals(no)) {
            return value.equals(yes);
        }
        throw Errors.badAttribute(name);
    }
}
