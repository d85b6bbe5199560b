package org.aforo.api.meter;

import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

import org.aforo.api.Arn;

/**
 * A figure of a service as CloudWatch names it. Whoever keeps metrics looks at its source once a minute of bench time.
 *
 * @param of         the resource it tells of, in whose account and region it is published
 * @param namespace  {@code AWS/Kinesis}
 * @param name       {@code IncomingBytes}
 * @param dimensions by name: {@code StreamName}
 * @param unit       of CloudWatch's: {@code Bytes}, {@code Count}, {@code Milliseconds}, ...
 * @param source     where its values are from
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html">
 *      What AWS's services publish</a>
 */
public record PublishedMetric(Arn of, String namespace, String name, Map<String, String> dimensions, String unit,
        Source source) {

    /** Where values are from. */
    public sealed interface Source permits Total, Gauge, Tally {
    }

    /** A total that only grows; what it grew by within a minute is that minute's value. */
    public record Total(LongSupplier value) implements Source {
    }

    /** A figure that goes up and down; what it is at a minute's end is that minute's value. */
    public record Gauge(DoubleSupplier value) implements Source {
    }
}
