package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.PublishedMetric.Gauge;
import org.aforo.api.meter.PublishedMetric.Source;

/**
 * Figures of queues under CloudWatch's names.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html">
 *      Available metrics</a>
 */
final class QueueMetrics {

    private static final String COUNT = "Count";
    private static final long SECOND = 1_000;

    private final List<PublishedMetric> all = new ArrayList<>();
    private final Queue queue;

    private QueueMetrics(Queue queue) {
        this.queue = queue;
    }

    static Collection<PublishedMetric> of(Queues queues) {
        return queues.all().stream().flatMap(queue -> new QueueMetrics(queue).published().stream()).toList();
    }

    private List<PublishedMetric> published() {
        QueueFigures figures = queue.figures();
        add("NumberOfMessagesSent", COUNT, figures.sent);
        add("SentMessageSize", "Bytes", figures.sentSize);
        add("NumberOfMessagesReceived", COUNT, figures.received);
        add("NumberOfEmptyReceives", COUNT, figures.empty);
        add("NumberOfMessagesDeleted", COUNT, figures.deleted);
        add("ApproximateNumberOfMessagesVisible", COUNT, gauge(QueueCounts::visible));
        add("ApproximateNumberOfMessagesNotVisible", COUNT, gauge(QueueCounts::inFlight));
        add("ApproximateNumberOfMessagesDelayed", COUNT, gauge(QueueCounts::delayed));
        add("ApproximateAgeOfOldestMessage", "Seconds", gauge(counts -> counts.countedMillis() / SECOND));
        if (queue.meta().settings().fifo()) {
            add("NumberOfDeduplicatedSentMessages", COUNT, figures.deduplicated);
            add("ApproximateNumberOfGroupsWithInflightMessages", COUNT, gauge(QueueCounts::busy));
        } else {
            add("ApproximateNumberOfNoisyGroups", COUNT, gauge(QueueCounts::blocked));
            addQuiet();
        }
        return all;
    }

    /** What tenants see who don't make the noise. */
    private void addQuiet() {
        add("ApproximateNumberOfMessagesVisibleInQuietGroups", COUNT, gauge(counts -> counts.quiet().visible()));
        add("ApproximateNumberOfMessagesNotVisibleInQuietGroups", COUNT, gauge(counts -> counts.quiet().inFlight()));
        add("ApproximateNumberOfMessagesDelayedInQuietGroups", COUNT, gauge(counts -> counts.quiet().delayed()));
        add("ApproximateAgeOfOldestMessageInQuietGroups", "Seconds",
                gauge(counts -> counts.quiet().countedMillis() / SECOND));
    }

    private Gauge gauge(ToLongFunction<QueueCounts> figure) {
        return new Gauge(() -> figure.applyAsLong(queue.counts()));
    }

    private void add(String name, String unit, Source source) {
        all.add(new PublishedMetric(queue.arn(), "AWS/SQS", name, Map.of("QueueName", queue.fullName().name()), unit,
                source));
    }
}
