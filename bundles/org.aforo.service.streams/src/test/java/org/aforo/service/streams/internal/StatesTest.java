package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Operation;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

/** Each operation on a stream that is being made, changed or deleted. */
class StatesTest {

    private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/ticks";
    private static final String IN_USE = "ResourceInUseException";
    private static final String NOT_FOUND = "ResourceNotFoundException";

    /** Answer at any time. */
    private static final Set<String> LOOKS = Set.of("DescribeStream", "DescribeStreamSummary", "ListTagsForStream",
            "ListStreamConsumers", "ListTagsForResource", "GetResourcePolicy");
    /** Need an active stream that nothing else is done to. */
    private static final Set<String> CHANGES = Set.of("SplitShard", "MergeShards", "UpdateShardCount",
            "IncreaseStreamRetentionPeriod", "DecreaseStreamRetentionPeriod", "StartStreamEncryption",
            "StopStreamEncryption", "EnableEnhancedMonitoring", "DisableEnhancedMonitoring", "UpdateStreamMode",
            "UpdateStreamWarmThroughput", "UpdateMaxRecordSize");
    /** Need one that is made already and not being deleted. */
    private static final Set<String> EDITS = Set.of("AddTagsToStream", "RemoveTagsFromStream", "TagResource",
            "UntagResource", "PutResourcePolicy", "DeleteResourcePolicy", "RegisterStreamConsumer", "ListShards",
            "DeleteStream");
    /** Don't know any other. */
    private static final Set<String> RECORDS = Set.of("PutRecord", "PutRecords");
    /** Need shards, and those of a stream that is being deleted can still be read, as AWS says. */
    private static final Set<String> READS = Set.of("GetShardIterator");
    /** Not about a stream by name. */
    private static final Set<String> OTHERS = Set.of("CreateStream", "DescribeLimits", "ListStreams",
            "DescribeAccountSettings", "UpdateAccountSettings", "GetRecords", "DescribeStreamConsumer",
            "DeregisterStreamConsumer", "SubscribeToShard");

    private final StreamsBench streams = StreamsBench.unlimited();
    private Map<String, Operation> operations;

    @BeforeEach
    void read() {
        operations = Model.operations(streams);
    }

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void noOperationIsLeftOut() {
        Set<String> all = new TreeSet<>();
        Stream.of(LOOKS, CHANGES, EDITS, RECORDS, READS, OTHERS).forEach(all::addAll);

        assertThat(all).hasSize(39).containsExactlyElementsOf(operations.keySet());
        assertThat(Stream.of(CHANGES, EDITS).flatMap(Set::stream).filter(name -> !name.equals("DeleteStream")))
                .allSatisfy(name -> assertThat(operations.get(name).errors()).extracting(Object::toString)
                        .contains(IN_USE));
    }

    @TestFactory
    Stream<DynamicTest> whileItIsMade() {
        return answers("CREATING", new Expected(IN_USE, IN_USE, NOT_FOUND, NOT_FOUND));
    }

    @TestFactory
    Stream<DynamicTest> whileItIsChanged() {
        return answers("UPDATING", new Expected(IN_USE, null, null, null));
    }

    @TestFactory
    Stream<DynamicTest> whileItIsDeleted() {
        return answers("DELETING", new Expected(IN_USE, IN_USE, NOT_FOUND, null));
    }

    /** The error of each kind of operation, null for none. */
    private record Expected(String changes, String edits, String records, String reads) {
        String of(String operation) {
            if (CHANGES.contains(operation)) {
                return changes;
            }
            if (EDITS.contains(operation)) {
                return edits;
            }
            if (RECORDS.contains(operation)) {
                return records;
            }
            return READS.contains(operation) ? reads : null;
        }
    }

    private Stream<DynamicTest> answers(String state, Expected expected) {
        return operations.values().stream().filter(operation -> !OTHERS.contains(operation.name()))
                .map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
                    become(state);

                    AwsError error = streams.refused(operation.name(), input(operation));

                    String code = expected.of(operation.name());
                    assertThat(error == null ? null : error.code()).isEqualTo(code);
                    if (IN_USE.equals(code)) {
                        assertThat(error).hasMessage(
                                "Stream ticks under account 000000000000 not ACTIVE, instead in state " + state);
                    }
                }));
    }

    private void become(String state) {
        streams.bench.service("kinesis").reset();
        streams.call("CreateStream", "StreamName", "ticks", "ShardCount", 2);
        if (!state.equals("CREATING")) {
            streams.advance(Duration.ofSeconds(1));
            if (state.equals("UPDATING")) {
                streams.call("IncreaseStreamRetentionPeriod", "StreamName", "ticks", "RetentionPeriodHours", 30);
            } else {
                streams.call("DeleteStream", "StreamName", "ticks");
            }
        }
        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", state);
    }

    private static Object[] input(Operation operation) {
        Map<String, Object> known = new TreeMap<>(Map.of("StreamName", "ticks", "StreamARN", ARN, "ResourceARN", ARN,
                "ShardId", SHARD, "ShardToSplit", SHARD, "ShardToMerge", SHARD, "AdjacentShardToMerge",
                "shardId-000000000001", "NewStartingHashKey", "100", "RetentionPeriodHours", 48));
        known.put("EncryptionType", "KMS");
        known.put("Policy", SettingsTest.POLICY);
        known.put("ShardIteratorType", "LATEST");
        Map<String, Object> input = Broken.valid(operation.input());
        operation.input().members().stream().filter(member -> known.containsKey(member.name()))
                .forEach(member -> input.put(member.name(), known.get(member.name())));
        if (operation.name().equals("DecreaseStreamRetentionPeriod")) {
            input.put("RetentionPeriodHours", 24);
        }
        List<Object> members = new ArrayList<>();
        input.forEach((name, value) -> members.addAll(List.of(name, value)));
        return members.toArray();
    }

    @Test
    void aStreamThatIsChangedCanBeDeleted() {
        become("UPDATING");
        streams.advance(Duration.ofMillis(100));
        streams.call("DeleteStream", "StreamName", "ticks");

        streams.advance(Duration.ofMillis(499));
        assertThat(streams.describe("ticks")).containsEntry("StreamStatus", "DELETING");
        streams.advance(Duration.ofMillis(1));
        assertThat(streams.call("ListStreams")).containsEntry("StreamNames", List.of());
    }
}
