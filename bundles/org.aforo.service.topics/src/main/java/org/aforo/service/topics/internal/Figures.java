package org.aforo.service.topics.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.api.meter.Tally;
import org.aforo.service.topics.internal.filter.FilterPolicy.Verdict;

/**
 * What a topic measures, as CloudWatch tells it. Noting is wait-free.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-monitoring-using-cloudwatch.html">Metrics of SNS</a>
 */
final class Figures {

    private static final String COUNT = "Count";
    private static final String FILTERED = "NumberOfNotificationsFilteredOut";

    /** A figure, with CloudWatch's name and unit. */
    record Figure(String metric, String unit, Tally tally) {
    }

    private final List<Figure> all = new ArrayList<>();
    private final Tally published = figure("NumberOfMessagesPublished", COUNT);
    private final Tally size = figure("PublishSize", "Bytes");
    private final Tally delivered = figure("NumberOfNotificationsDelivered", COUNT);
    private final Tally failed = figure("NumberOfNotificationsFailed", COUNT);
    private final Tally filtered = figure(FILTERED, COUNT);
    private final Tally byAttributes = figure(FILTERED + "-MessageAttributes", COUNT);
    private final Tally noAttributes = figure(FILTERED + "-NoMessageAttributes", COUNT);
    private final Tally invalidAttributes = figure(FILTERED + "-InvalidAttributes", COUNT);
    private final Tally byBody = figure(FILTERED + "-MessageBody", COUNT);
    private final Tally invalidBody = figure(FILTERED + "-InvalidMessageBody", COUNT);
    private final Tally redriven = figure("NumberOfNotificationsRedrivenToDlq", COUNT);
    private final Tally notRedriven = figure("NumberOfNotificationsFailedToRedriveToDlq", COUNT);

    private Tally figure(String metric, String unit) {
        Tally tally = new Tally();
        all.add(new Figure(metric, unit, tally));
        return tally;
    }

    List<Figure> all() {
        return all;
    }

    void published(long bytes) {
        published.add(1);
        size.add(bytes);
    }

    void delivered() {
        delivered.add(1);
    }

    void failed() {
        failed.add(1);
    }

    void filtered(Verdict verdict) {
        filtered.add(1);
        Tally why = switch (verdict) {
            case NO_ATTRIBUTES -> noAttributes;
            case INVALID_ATTRIBUTES -> invalidAttributes;
            case BODY_DIFFERS -> byBody;
            case INVALID_BODY -> invalidBody;
            case ATTRIBUTES_DIFFER, PASSES -> byAttributes;
        };
        why.add(1);
    }

    void redriven(boolean done) {
        (done ? redriven : notRedriven).add(1);
    }
}
