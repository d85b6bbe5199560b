package org.aforo.service.streams.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSource;
import org.aforo.testkit.TestBench;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** A bench with streams in it, whose clock stands still; speaks the API as a client would. */
final class StreamsBench implements AutoCloseable {

    static final String ACCOUNT = BenchSettings.DEFAULT_ACCOUNT;
    static final String SHARD = "shardId-000000000000";

    final TestBench bench;

    StreamsBench() {
        this(UnaryOperator.identity());
    }

    StreamsBench(UnaryOperator<BenchSettings> change) {
        bench = TestBench.stepped(change).with(StreamsService::new);
    }

    StreamsBench(TestBench bench) {
        this.bench = bench;
    }

    /** One whose limits are lifted. */
    static StreamsBench unlimited() {
        return new StreamsBench(settings -> settings.withLimitsLifted(true));
    }

    Bench services() {
        return bench.bench();
    }

    /** Names and values of members in turn; those whose value is null are left out. */
    static Map<String, Object> in(Object... members) {
        Map<String, Object> input = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                input.put((String) members[i], members[i + 1]);
            }
        }
        return input;
    }

    Map<String, Object> call(String operation, Object... members) {
        return bench.call("kinesis", operation, in(members));
    }

    Map<String, Object> callAs(String account, String region, String operation, Object... members) {
        return bench.call("kinesis", operation, in(members), new Call("test", "kinesis", account, region, ""));
    }

    AwsError refused(String operation, Object... members) {
        return catchThrowableOfType(AwsError.class, () -> call(operation, members));
    }

    /** A stream that is active. */
    StreamsBench stream(String name, int shards) {
        call("CreateStream", "StreamName", name, "ShardCount", shards);
        return advance(Duration.ofMillis(500));
    }

    StreamsBench advance(Duration span) {
        bench.advance(span);
        return this;
    }

    Map<String, Object> put(String stream, String key, String data) {
        return call("PutRecord", "StreamName", stream, "PartitionKey", key, "Data", blob(data));
    }

    static Map<String, Object> record(String key, String data) {
        return in("PartitionKey", key, "Data", blob(data));
    }

    Map<String, Object> putAll(String stream, List<Map<String, Object>> records) {
        return call("PutRecords", "StreamName", stream, "Records", records);
    }

    String iterator(String stream, String shard, String type, Object... more) {
        List<Object> members = new ArrayList<>(
                List.of("StreamName", stream, "ShardId", shard, "ShardIteratorType", type));
        members.addAll(List.of(more));
        return (String) call("GetShardIterator", members.toArray()).get("ShardIterator");
    }

    Map<String, Object> read(String iterator) {
        return call("GetRecords", "ShardIterator", iterator);
    }

    /** What an iterator that is made now gives. */
    List<String> texts(String stream, String type, Object... more) {
        return texts(read(iterator(stream, SHARD, type, more)));
    }

    static List<String> texts(Map<String, Object> page) {
        return records(page).stream().map(record -> text(record.get("Data"))).toList();
    }

    static List<Map<String, Object>> records(Map<String, Object> page) {
        return list(page, "Records");
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> output, String member) {
        return (List<Map<String, Object>>) output.get(member);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> output, String member) {
        return (Map<String, Object>) output.get(member);
    }

    static Object blob(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Object blob) {
        return new String(Base64.getDecoder().decode((String) blob), StandardCharsets.UTF_8);
    }

    Map<String, Object> describe(String name) {
        return map(call("DescribeStream", "StreamName", name), "StreamDescription");
    }

    RecordSource source(String stream) {
        return services().destinations().source(bench.arn("kinesis", "stream/" + stream));
    }

    RecordSink sink(String stream) {
        return services().destinations().sink(bench.arn("kinesis", "stream/" + stream));
    }

    static String arn(String account, String region, String name) {
        return Arn.of("kinesis", region, account, "stream/" + name).toString();
    }

    @Override
    public void close() {
        bench.close();
    }
}
