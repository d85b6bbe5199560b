package org.aforo.service.topics.internal.op;

import java.util.Set;
import java.util.regex.Pattern;

import org.aforo.api.access.AccessPolicies;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.delivery.DeliveryPolicy;

/**
 * What a topic's attributes may be.
 *
 * @param prefix what AWS's messages begin with, after "Invalid parameter: "
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html">SetTopicAttributes</a>
 */
record TopicAttributes(String prefix) {

    static final TopicAttributes CREATE = new TopicAttributes("Attributes Reason: ");
    static final TopicAttributes SET = new TopicAttributes("");

    private static final int DISPLAY_NAME = 100;
    private static final int PERCENT = 100;
    private static final int LEAST_BYTES = 1_024;
    private static final int MOST_BYTES = 1_048_576;
    private static final Pattern FEEDBACK = Pattern.compile(
            "(Application|HTTP|Lambda|SQS|Firehose)(Success|Failure)Feedback(RoleArn|SampleRate)");
    private static final Set<String> FIFO_ONLY = Set.of("ContentBasedDeduplication", "FifoThroughputScope");

    /**
     * Checks one.
     *
     * @throws AwsError {@code InvalidParameter}
     */
    void check(String name, String value, boolean fifo, AccessPolicies policies) {
        if (FIFO_ONLY.contains(name) && !fifo) {
            throw wrong(name + ": can only be set on FIFO topics");
        }
        String given = value == null ? "" : value;
        switch (name) {
            case "Policy" -> Permissions.check(given, prefix, policies);
            case "DeliveryPolicy" -> DeliveryPolicy.ofTopic(given.isEmpty() ? null : given, prefix);
            case "DisplayName" -> demand(given.length() <= DISPLAY_NAME, name);
            case TopicMeta.MESSAGE_BYTES -> demand(given.isEmpty() || isSize(given), name + ": Invalid value [" + given
                    + "]. Must be an integer from " + LEAST_BYTES + " to " + MOST_BYTES);
            case "KmsMasterKeyId" -> {
                // Kept and told; a bench has no keys.
            }
            case "SignatureVersion" -> oneOf(name, given, "1", "2");
            case "TracingConfig" -> oneOf(name, given, "PassThrough", "Active");
            case "ContentBasedDeduplication" -> oneOf(name, given, "true", "false");
            case "FifoThroughputScope" -> oneOf(name, given, "Topic", "MessageGroup");
            case "ArchivePolicy" -> throw wrong("ArchivePolicy: message archiving is not supported by Aforo");
            default -> feedback(name, given);
        }
    }

    private static boolean isSize(String value) {
        return value.matches("[0-9]{4,7}") && Integer.parseInt(value) >= LEAST_BYTES
                && Integer.parseInt(value) <= MOST_BYTES;
    }

    private void feedback(String name, String value) {
        if (!FEEDBACK.matcher(name).matches() || name.endsWith("FailureFeedbackSampleRate")) {
            throw wrong("AttributeName");
        }
        if (name.endsWith("SampleRate")) {
            demand(value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= PERCENT, name);
        }
    }

    private void oneOf(String name, String value, String... values) {
        demand(Set.of(values).contains(value), name + ": Invalid value [" + value + "]. Please use "
                + String.join(" or ", values));
    }

    private void demand(boolean met, String otherwise) {
        if (!met) {
            throw wrong(otherwise);
        }
    }

    private AwsError wrong(String what) {
        return Errors.parameter(prefix + what);
    }
}
