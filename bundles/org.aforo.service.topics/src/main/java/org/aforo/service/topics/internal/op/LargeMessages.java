package org.aforo.service.topics.internal.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.TopicMeta;

/**
 * What a topic may have for subscriptions whose messages may be larger than 256 KiB. AWS's words for it aren't
 * documented.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/large-message-payloads.html">Large messages</a>
 */
final class LargeMessages {

    private static final long USUAL = 256 * 1024;
    private static final int SUBSCRIPTIONS = 100;
    private static final Set<String> PROTOCOLS = Set.of("sqs", "firehose", "lambda");

    private LargeMessages() {
    }

    /** Checks that a topic may have a subscription more. @throws AwsError {@code InvalidParameter} */
    static void checkOneMore(Topic topic, String protocol) {
        if (areTakenBy(topic.meta())) {
            List<String> protocols = new ArrayList<>(topic.protocols());
            protocols.add(protocol);
            check(protocols);
        }
    }

    /** Checks that a topic may become so. @throws AwsError {@code InvalidParameter} */
    static void check(TopicMeta now, Topic topic) {
        if (areTakenBy(now)) {
            check(topic.protocols());
        }
    }

    private static boolean areTakenBy(TopicMeta topic) {
        return topic.messageBytes().orElse(0) > USUAL;
    }

    private static void check(List<String> protocols) {
        if (protocols.size() > SUBSCRIPTIONS) {
            throw Errors.parameter(TopicMeta.MESSAGE_BYTES + ": a topic with messages above 256 KiB can have at most "
                    + SUBSCRIPTIONS + " subscriptions");
        }
        if (!PROTOCOLS.containsAll(protocols)) {
            throw Errors.parameter(TopicMeta.MESSAGE_BYTES + ": a topic with messages above 256 KiB can have sqs, "
                    + "firehose and lambda subscriptions only");
        }
    }
}
