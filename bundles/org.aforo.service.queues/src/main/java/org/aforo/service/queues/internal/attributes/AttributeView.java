package org.aforo.service.queues.internal.attributes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queue;
import org.aforo.service.queues.internal.QueueCounts;
import org.aforo.service.queues.internal.QueueMeta;
import org.aforo.service.queues.internal.QueueSettings;

/**
 * A queue's attributes as they are told.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">
 *      GetQueueAttributes</a>
 */
public final class AttributeView {

    private static final int SECOND = 1_000;
    private static final int USUAL_REUSE = 300;
    private static final Set<String> KNOWN = Set.of(AttributeNames.ALL, AttributeNames.CONTENT_DEDUP,
            AttributeNames.DEDUP_SCOPE, AttributeNames.DELAY, AttributeNames.FIFO, AttributeNames.KMS_KEY,
            AttributeNames.KMS_REUSE, AttributeNames.MANAGED_SSE, AttributeNames.MAX_BYTES, AttributeNames.POLICY,
            AttributeNames.REDRIVE, AttributeNames.REDRIVE_ALLOW, AttributeNames.RETENTION, AttributeNames.THROUGHPUT,
            AttributeNames.VISIBILITY, AttributeNames.WAIT, "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible", "ApproximateNumberOfMessagesDelayed", "CreatedTimestamp",
            "LastModifiedTimestamp", "QueueArn");

    private final Map<String, String> told = new LinkedHashMap<>();

    private AttributeView() {
    }

    /**
     * The attributes of these names that the queue has.
     *
     * @param largest what no message may be larger than, whatever the queue's setting
     * @throws AwsError {@code InvalidAttributeName}
     */
    public static Map<String, String> of(Queue queue, List<String> names, long largest) throws AwsError {
        for (String name : names) {
            if (!KNOWN.contains(name)) {
                throw Errors.unknownAttribute(name);
            }
        }
        AttributeView view = new AttributeView();
        view.addFigures(queue.counts(), queue.meta());
        view.addSettings(queue.meta().settings(), largest);
        view.put("QueueArn", queue.arn());
        if (!names.contains(AttributeNames.ALL)) {
            view.told.keySet().retainAll(names);
        }
        return view.told;
    }

    private void addFigures(QueueCounts counts, QueueMeta meta) {
        put("ApproximateNumberOfMessages", counts.visible());
        put("ApproximateNumberOfMessagesNotVisible", counts.inFlight());
        put("ApproximateNumberOfMessagesDelayed", counts.delayed());
        put("CreatedTimestamp", meta.created() / SECOND);
        put("LastModifiedTimestamp", meta.modified() / SECOND);
    }

    private void addSettings(QueueSettings settings, long largest) {
        put(AttributeNames.VISIBILITY, settings.visibilitySeconds());
        put(AttributeNames.MAX_BYTES, Math.min(settings.maxMessageBytes(), largest));
        put(AttributeNames.RETENTION, settings.retentionSeconds());
        put(AttributeNames.DELAY, settings.delaySeconds());
        put(AttributeNames.WAIT, settings.waitSeconds());
        put(AttributeNames.POLICY, settings.policy());
        put(AttributeNames.REDRIVE, settings.redrive() == null ? null : RedriveText.write(settings.redrive()));
        put(AttributeNames.REDRIVE_ALLOW,
                settings.redriveAllow() == null ? null : RedriveAllowText.write(settings.redriveAllow()));
        put(AttributeNames.MANAGED_SSE, settings.managedSse() == null || settings.managedSse());
        if (settings.kmsKeyId() != null) {
            put(AttributeNames.KMS_KEY, settings.kmsKeyId());
            put(AttributeNames.KMS_REUSE,
                    settings.kmsReuseSeconds() == null ? USUAL_REUSE : settings.kmsReuseSeconds());
        }
        if (settings.fifo()) {
            put(AttributeNames.FIFO, true);
            put(AttributeNames.CONTENT_DEDUP, settings.contentDedup());
            put(AttributeNames.DEDUP_SCOPE, settings.groupScope() ? "messageGroup" : "queue");
            put(AttributeNames.THROUGHPUT, settings.groupThroughput() ? "perMessageGroupId" : "perQueue");
        }
    }

    private void put(String name, Object value) {
        if (value != null) {
            told.put(name, value.toString());
        }
    }
}
