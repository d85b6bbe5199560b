package org.aforo.service.streams.internal.op;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.OfStream;
import org.aforo.service.streams.internal.Stream;
import org.aforo.service.streams.internal.StreamName;
import org.aforo.service.streams.internal.Streams;

/**
 * Shard-level metrics, switched on and off.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html">Monitoring</a>
 */
public final class ShardMetrics {

    private static final String ALL = "ALL";
    private static final Set<String> NAMES = Set.of("IncomingBytes", "IncomingRecords", "OutgoingBytes",
            "OutgoingRecords", "WriteProvisionedThroughputExceeded", "ReadProvisionedThroughputExceeded",
            "IteratorAgeMilliseconds");

    private final Streams streams;

    public ShardMetrics(Streams streams) {
        this.streams = streams;
    }

    public record Input(String streamName, String streamARN, List<String> shardLevelMetrics) implements OfStream {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(String streamName, String streamARN, List<String> currentShardLevelMetrics,
            List<String> desiredShardLevelMetrics) {
    }

    /**
     * EnableEnhancedMonitoring.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_EnableEnhancedMonitoring.html">AWS</a>
     */
    public Output enable(Input in, Call call) throws AwsError {
        return change(in, call, (current, named) -> {
            current.addAll(named);
            return current;
        });
    }

    /**
     * DisableEnhancedMonitoring.
     *
     * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DisableEnhancedMonitoring.html">AWS</a>
     */
    public Output disable(Input in, Call call) throws AwsError {
        return change(in, call, (current, named) -> {
            current.removeAll(named);
            return current;
        });
    }

    private Output change(Input in, Call call, BiFunction<Set<String>, Set<String>, Set<String>> change)
            throws AwsError {
        StreamName name = StreamName.of(in.streamName, in.streamARN, call);
        Set<String> named = in.shardLevelMetrics.contains(ALL) ? NAMES : Set.copyOf(in.shardLevelMetrics);
        Stream found = streams.find(name);
        List<String> before = found.meta().settings().shardMetrics();
        List<String> after = List.copyOf(change.apply(new TreeSet<>(before), named));
        Set<String> begun = new TreeSet<>(after);
        before.forEach(begun::remove);
        found.beginShardMetrics(begun);
        Stream stream = streams.change(name, meta -> meta.with(settings -> settings.withShardMetrics(after)));
        return new Output(name.name(), stream.arn().toString(), before, after);
    }
}
