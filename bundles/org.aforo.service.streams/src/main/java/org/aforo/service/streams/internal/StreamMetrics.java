package org.aforo.service.streams.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aforo.api.Arn;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.PublishedMetric.Source;

/**
 * Figures of streams, of their consumers and, where monitoring is enhanced, of their shards, under CloudWatch's names.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html">Metrics of streams</a>
 */
final class StreamMetrics {

    private static final String BYTES = "Bytes";
    private static final String COUNT = "Count";
    private static final String MILLIS = "Milliseconds";

    private final List<PublishedMetric> all = new ArrayList<>();
    private final Arn of;
    private final Map<String, String> dimensions;

    private StreamMetrics(Stream stream, String dimension, String value) {
        of = stream.arn();
        dimensions = new LinkedHashMap<>();
        dimensions.put("StreamName", stream.name());
        if (dimension != null) {
            dimensions.put(dimension, value);
        }
    }

    static Collection<PublishedMetric> of(Streams streams) {
        List<PublishedMetric> all = new ArrayList<>();
        for (Stream stream : streams.all()) {
            all.addAll(ofStream(stream));
            streams.consumers().of(stream.fullName()).forEach(each -> all.addAll(ofConsumer(stream, each)));
            Set<String> enhanced = Set.copyOf(stream.meta().settings().shardMetrics());
            if (!enhanced.isEmpty()) {
                stream.all().forEach(shard -> all.addAll(ofShard(stream, shard, enhanced)));
            }
        }
        return all;
    }

    private static List<PublishedMetric> ofStream(Stream stream) {
        StreamMetrics metrics = new StreamMetrics(stream, null, null);
        stream.figures().all().forEach(each -> metrics.add(each.metric(), each.unit(), each.tally()));
        return metrics.all;
    }

    private static List<PublishedMetric> ofConsumer(Stream stream, Consumer consumer) {
        StreamMetrics metrics = new StreamMetrics(stream, "ConsumerName", consumer.name());
        ConsumerFigures figures = consumer.figures();
        metrics.add("SubscribeToShard.Success", COUNT, figures.subscribed);
        metrics.add("SubscribeToShard.RateExceeded", COUNT, figures.refused);
        metrics.add("SubscribeToShardEvent.Success", COUNT, figures.success);
        metrics.add("SubscribeToShardEvent.Records", COUNT, figures.records);
        metrics.add("SubscribeToShardEvent.Bytes", BYTES, figures.bytes);
        metrics.add("SubscribeToShardEvent.MillisBehindLatest", MILLIS, figures.behind);
        return metrics.all;
    }

    private static List<PublishedMetric> ofShard(Stream stream, Shard shard, Set<String> enhanced) {
        StreamMetrics metrics = new StreamMetrics(stream, "ShardId", shard.id());
        shard.figures().metrics().forEach((name, metric) -> {
            if (enhanced.contains(name)) {
                metrics.add(name, metric.unit(), metric.source());
            }
        });
        return metrics.all;
    }

    private void add(String name, String unit, Source source) {
        all.add(new PublishedMetric(of, "AWS/Kinesis", name, dimensions, unit, source));
    }
}
