package org.aforo.service.streams.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.aforo.service.streams.internal.StreamsBench.map;
import static org.aforo.service.streams.internal.StreamsBench.records;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** What of a stream can be set: encryption, monitoring, mode, record size, tags and policies by ARN. */
class SettingsTest {

    private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/ticks";
    static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
            + "\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"kinesis:GetRecords\",\"Resource\":\"" + ARN
            + "\"}]}";
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final StreamsBench streams = new StreamsBench().stream("ticks", 1);

    @AfterEach
    void close() {
        streams.close();
    }

    private void encrypt() {
        streams.call("StartStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId",
                "alias/aws/kinesis");
        streams.advance(MOMENT);
    }

    private Map<String, Object> summary() {
        return map(streams.call("DescribeStreamSummary", "StreamName", "ticks"), "StreamDescriptionSummary");
    }

    @Test
    void recordsAreEncryptedOnDiskAndReadAsTheyWerePut() throws Exception {
        streams.put("ticks", "k", "plain-text-record");
        encrypt();

        Map<String, Object> put = streams.put("ticks", "k", "hidden-text-record");

        assertThat(put).containsEntry("EncryptionType", "KMS");
        assertThat(summary()).containsEntry("EncryptionType", "KMS").containsEntry("KeyId", "alias/aws/kinesis");
        Map<String, Object> page = streams.read(streams.iterator("ticks", SHARD, "TRIM_HORIZON"));
        assertThat(texts(page)).containsExactly("plain-text-record", "hidden-text-record");
        assertThat(records(page)).extracting(record -> record.get("EncryptionType"), record -> record.get(
                "PartitionKey")).containsExactly(org.assertj.core.groups.Tuple.tuple(null, "k"),
                        org.assertj.core.groups.Tuple.tuple("KMS", "k"));
        String disk = disk();
        assertThat(disk).contains("plain-text-record").doesNotContain("hidden-text-record");
    }

    private String disk() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(streams.services().settings().data().resolve("logs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void encryptionIsStoppedWithItsOwnKey() {
        encrypt();

        assertThat(streams.refused("StopStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId",
                "other")).extracting("code").isEqualTo("InvalidArgumentException");
        streams.call("StopStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId",
                "alias/aws/kinesis");
        streams.advance(MOMENT);
        assertThat(streams.put("ticks", "k", "open")).doesNotContainKey("EncryptionType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alias/app/orders", "01234567-89ab-cdef-0123-456789abcdef",
            "mrk-0123456789abcdef0123456789abcdef",
            "arn:aws:kms:us-east-1:111111111111:key/01234567-89ab-cdef-0123-456789abcdef",
            "arn:aws:kms:us-east-1:111111111111:alias/orders"})
    void aKeyIsNamedByItsIdAliasOrArn(String keyId) {
        streams.call("StartStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId", keyId);
        streams.advance(MOMENT);

        assertThat(summary()).containsEntry("KeyId", keyId);
    }

    @ParameterizedTest
    @CsvSource({"orders, Invalid keyId 'orders'", "alias/, Invalid keyId 'alias/'",
            "arn:aws:s3:::orders, Invalid keyId 'arn:aws:s3:::orders'",
            "arn:aws:kms:us-east-1:111111111111:key/1, "
                    + "Invalid keyId 'arn:aws:kms:us-east-1:111111111111:key/1'",
            "arn:aws:kms:eu-west-1:111111111111:alias/orders, Invalid arn eu-west-1"})
    void whatNamesNoKeyOfTheRegionIsRefused(String keyId, String message) {
        assertThat(streams.refused("StartStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId",
                keyId)).hasMessage(message).extracting("code").isEqualTo("KMSNotFoundException");
    }

    @Test
    void encryptionIsStartedAndStoppedTwentyFiveTimesADay() {
        for (int i = 0; i < 25; i++) {
            encrypt();
            streams.call("StopStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId",
                    "alias/aws/kinesis");
            streams.advance(MOMENT);
        }

        assertThat(streams.refused("StartStreamEncryption", "StreamName", "ticks", "EncryptionType", "KMS", "KeyId",
                "alias/aws/kinesis")).hasMessageContaining("at most 25 times").extracting("code")
                .isEqualTo("LimitExceededException");
        assertThat(summary()).containsEntry("StreamStatus", "ACTIVE");
        streams.advance(Duration.ofHours(24));
        encrypt();
        assertThat(summary()).containsEntry("EncryptionType", "KMS");
    }

    @Test
    void shardMetricsAreSwitchedOnAndOff() {
        assertThat(streams.call("EnableEnhancedMonitoring", "StreamName", "ticks", "ShardLevelMetrics",
                List.of("IncomingBytes", "OutgoingBytes"))).containsEntry("CurrentShardLevelMetrics", List.of())
                .containsEntry("DesiredShardLevelMetrics", List.of("IncomingBytes", "OutgoingBytes"));
        streams.advance(MOMENT);
        streams.call("DisableEnhancedMonitoring", "StreamName", "ticks", "ShardLevelMetrics",
                List.of("IncomingBytes"));
        streams.advance(MOMENT);

        assertThat(list(summary(), "EnhancedMonitoring")).extracting(each -> each.get("ShardLevelMetrics"))
                .containsExactly(List.of("OutgoingBytes"));
        streams.call("EnableEnhancedMonitoring", "StreamName", "ticks", "ShardLevelMetrics", List.of("ALL"));
        streams.advance(MOMENT);
        assertThat((List<?>) list(summary(), "EnhancedMonitoring").getFirst().get("ShardLevelMetrics")).hasSize(7);
    }

    @Test
    void theModeIsChangedTwiceADay() {
        mode("ON_DEMAND");
        mode("PROVISIONED");

        assertThat(streams.refused("UpdateStreamMode", "StreamARN", ARN, "StreamModeDetails",
                Map.of("StreamMode", "ON_DEMAND"))).extracting("code").isEqualTo("LimitExceededException");
        streams.advance(Duration.ofHours(24));
        mode("ON_DEMAND");
        assertThat(map(summary(), "StreamModeDetails")).containsEntry("StreamMode", "ON_DEMAND");
        assertThat(streams.refused("UpdateShardCount", "StreamName", "ticks", "TargetShardCount", 2, "ScalingType",
                "UNIFORM_SCALING")).extracting("code").isEqualTo("ValidationException");
    }

    private void mode(String mode) {
        streams.call("UpdateStreamMode", "StreamARN", ARN, "StreamModeDetails", Map.of("StreamMode", mode));
        streams.advance(MOMENT);
    }

    @Test
    void anOnDemandStreamGrowsWithItsLoad() {
        streams.call("CreateStream", "StreamName", "busy", "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"));
        streams.advance(MOMENT);
        for (int second = 0; second < 30; second++) {
            for (HashRange range : HashRange.split(4)) {
                streams.call("PutRecord", "StreamName", "busy", "PartitionKey", "k", "ExplicitHashKey",
                        range.start().toString(), "Data", StreamsBench.blob("x".repeat(700_000)));
            }
            streams.advance(Duration.ofSeconds(1));
        }

        Map<String, Object> busy = map(streams.call("DescribeStreamSummary", "StreamName", "busy"),
                "StreamDescriptionSummary");
        assertThat((Integer) busy.get("OpenShardCount")).isBetween(5, 8);
    }

    @Test
    void warmThroughputIsForOnDemandStreams() {
        assertThat(streams.refused("UpdateStreamWarmThroughput", "StreamName", "ticks", "WarmThroughputMiBps", 10))
                .extracting("code").isEqualTo("ValidationException");
        mode("ON_DEMAND");
        streams.call("UpdateAccountSettings", "MinimumThroughputBillingCommitment", Map.of("Status", "ENABLED"));

        streams.call("UpdateStreamWarmThroughput", "StreamName", "ticks", "WarmThroughputMiBps", 10);
        streams.advance(MOMENT);
        assertThat(summary()).containsEntry("OpenShardCount", 10);
        assertThat(map(summary(), "WarmThroughput")).containsEntry("CurrentMiBps", 10);
    }

    @Test
    void largerRecordsAreTakenWhereTheStreamAllowsThem() {
        String large = "x".repeat(3 << 20);
        assertThat(streams.refused("PutRecord", "StreamName", "ticks", "PartitionKey", "k", "Data",
                StreamsBench.blob(large))).hasMessage("1 validation error detected: Value at 'data' failed to satisfy "
                        + "constraint: Member must have length less than or equal to 1048576");
        assertThat(streams.refused("PutRecords", "StreamName", "ticks", "Records",
                List.of(StreamsBench.record("k", "x"), StreamsBench.record("k", large))))
                .hasMessageContaining("'records.2.member.data'");

        streams.call("UpdateMaxRecordSize", "StreamARN", ARN, "MaxRecordSizeInKiB", 4096);
        streams.advance(MOMENT);

        streams.put("ticks", "k", large);
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).containsExactly(large);
        assertThat(summary()).containsEntry("MaxRecordSizeInKiB", 4096);
        assertThat(streams.refused("UpdateMaxRecordSize", "StreamARN", ARN, "MaxRecordSizeInKiB", 10_241))
                .extracting("code").isEqualTo("ValidationException");
    }

    @Test
    void tagsByArnAreTheStreamsOwn() {
        streams.call("TagResource", "ResourceARN", ARN, "Tags", Map.of("a", "1", "b", "2"));
        streams.call("UntagResource", "ResourceARN", ARN, "TagKeys", List.of("a"));

        assertThat(list(streams.call("ListTagsForResource", "ResourceARN", ARN), "Tags"))
                .containsExactly(Map.of("Key", "b", "Value", "2"));
        assertThat(list(streams.call("ListTagsForStream", "StreamName", "ticks"), "Tags")).hasSize(1);
    }

    @Test
    void consumersHaveTagsToo() {
        String consumer = (String) map(streams.call("RegisterStreamConsumer", "StreamARN", ARN, "ConsumerName", "app",
                "Tags", Map.of("team", "x")), "Consumer").get("ConsumerARN");
        streams.call("TagResource", "ResourceARN", consumer, "Tags", Map.of("more", "y"));

        assertThat(list(streams.call("ListTagsForResource", "ResourceARN", consumer), "Tags")).hasSize(2);
        assertThat(list(streams.call("ListTagsForResource", "ResourceARN", ARN), "Tags")).isEmpty();
    }

    private Object policy(String arn) {
        return streams.call("GetResourcePolicy", "ResourceARN", arn).get("Policy");
    }

    @Test
    void policiesAreKept() {
        assertThat(policy(ARN)).isEqualTo("");
        streams.call("PutResourcePolicy", "ResourceARN", ARN, "Policy", POLICY);
        assertThat(policy(ARN)).isEqualTo(POLICY);
        streams.call("DeleteResourcePolicy", "ResourceARN", ARN);
        assertThat(policy(ARN)).isEqualTo("");
        assertThat(streams.refused("GetResourcePolicy", "ResourceARN", ARN + "-not")).extracting("code")
                .isEqualTo("ResourceNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "[]", "{}", "{\"Statement\":[]}",
            "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kinesis:*\"}]}",
            "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\"}}",
            "{\"Statement\":{\"Effect\":\"Perhaps\",\"Principal\":\"*\",\"Action\":\"kinesis:*\"}}"})
    void whatIsNoPolicyIsRefused(String document) {
        streams.call("PutResourcePolicy", "ResourceARN", ARN, "Policy", POLICY);

        assertThat(streams.refused("PutResourcePolicy", "ResourceARN", ARN, "Policy", document)).extracting("code")
                .isEqualTo("InvalidArgumentException");
        assertThat(policy(ARN)).isEqualTo(POLICY);
    }

    @Test
    void aPolicyGoesWithWhatItIsFor() {
        String consumer = (String) map(streams.call("RegisterStreamConsumer", "StreamARN", ARN, "ConsumerName",
                "app"), "Consumer").get("ConsumerARN");
        streams.call("PutResourcePolicy", "ResourceARN", ARN, "Policy", POLICY);
        streams.call("PutResourcePolicy", "ResourceARN", consumer, "Policy", POLICY);
        streams.advance(MOMENT).call("DeleteStream", "StreamName", "ticks", "EnforceConsumerDeletion", true);
        streams.advance(MOMENT).stream("ticks", 1);

        assertThat(policy(ARN)).isEqualTo("");
        streams.call("PutResourcePolicy", "ResourceARN", ARN, "Policy", POLICY);
        streams.bench.service("kinesis").reset();
        assertThat(policy(streams.stream("ticks", 1).bench.arn("kinesis", "stream/ticks").toString())).isEqualTo("");
        assertThat(streams.services().metadata().map("kinesis.policies", Policies.Policy.class).all()).isEmpty();
    }

    @Test
    void shardsOfAnOnDemandStreamAreNotItsOwners() {
        streams.advance(MOMENT).stream("pair", 2);
        streams.call("UpdateStreamMode", "StreamARN", ARN.replace("ticks", "pair"), "StreamModeDetails",
                Map.of("StreamMode", "ON_DEMAND"));
        streams.advance(MOMENT);

        assertThat(streams.refused("SplitShard", "StreamName", "pair", "ShardToSplit", SHARD, "NewStartingHashKey",
                "1000")).hasMessageContaining("must be in PROVISIONED mode")
                .extracting("code").isEqualTo("ValidationException");
        assertThat(streams.refused("MergeShards", "StreamName", "pair", "ShardToMerge", SHARD,
                "AdjacentShardToMerge", ShardMeta.id(1))).extracting("code").isEqualTo("ValidationException");
    }

    @Test
    void anotherModeCountsAgainstThatModesLimits() {
        String busy = ARN.replace("ticks", "busy");
        streams.call("CreateStream", "StreamName", "busy", "StreamModeDetails", Map.of("StreamMode", "ON_DEMAND"));
        streams.advance(MOMENT).services().quotas().override("kinesis.on-demand-streams", 1L);
        streams.services().quotas().override("kinesis.shards-per-account", 4L);

        assertThat(streams.refused("UpdateStreamMode", "StreamARN", ARN, "StreamModeDetails",
                Map.of("StreamMode", "ON_DEMAND"))).hasMessage("Limit for On-Demand streams exceeded");
        assertThat(streams.refused("UpdateStreamMode", "StreamARN", busy, "StreamModeDetails",
                Map.of("StreamMode", "PROVISIONED"))).hasMessageContaining("would exceed the shard limit")
                .extracting("code").isEqualTo("LimitExceededException");
        streams.services().quotas().override("kinesis.shards-per-account", 5L);
        assertThat(streams.refused("UpdateStreamMode", "StreamARN", busy, "StreamModeDetails",
                Map.of("StreamMode", "PROVISIONED"))).isNull();
    }

    @Test
    void limitsAreTold() {
        assertThat(streams.call("DescribeLimits")).isEqualTo(Map.of("ShardLimit", 20_000, "OpenShardCount", 1,
                "OnDemandStreamCount", 0, "OnDemandStreamCountLimit", 50));
    }
}
