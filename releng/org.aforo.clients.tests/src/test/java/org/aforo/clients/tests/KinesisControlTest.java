package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.Consumer;
import software.amazon.awssdk.services.kinesis.model.ConsumerStatus;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.MetricsName;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** Everything that changes a stream, through the SDK for Java, on a clock that the tests step. */
class KinesisControlTest extends SteppedKinesis {

    private static final String HALF = "170141183460469231731687303715884105728";

    KinesisControlTest(Wire wire) {
        super(wire);
    }

    @Test
    void aShardIsSplitAndItsHalvesAreMerged() {
        create(1);
        put("before");

        kinesis.splitShard(r -> r.streamName(stream).shardToSplit(id(0)).newStartingHashKey(HALF));
        assertThat(summary().streamStatus()).isEqualTo(StreamStatus.UPDATING);
        assertThatThrownBy(() -> kinesis.splitShard(r -> r.streamName(stream).shardToSplit(id(0))
                .newStartingHashKey("7"))).isInstanceOf(ResourceInUseException.class);
        product.advance(SECOND);

        List<Shard> halves = open();
        assertThat(halves).extracting(Shard::parentShardId).containsExactly(id(0), id(0));
        assertThat(halves.get(1).hashKeyRange().startingHashKey()).isEqualTo(HALF);
        GetRecordsResponse end = read(ShardIteratorType.TRIM_HORIZON);
        assertThat(texts(end.records())).containsExactly("before");
        assertThat(end.nextShardIterator()).isNull();
        assertThat(end.childShards()).extracting(ChildShard::shardId).containsExactly(id(1), id(2));
        assertThat(put("after").sequenceNumber()).isGreaterThan(end.records().get(0).sequenceNumber());

        kinesis.mergeShards(r -> r.streamName(stream).shardToMerge(id(1)).adjacentShardToMerge(id(2)));
        product.advance(SECOND);

        Shard merged = open().get(0);
        assertThat(List.of(merged.parentShardId(), merged.adjacentParentShardId()))
                .containsExactlyInAnyOrder(id(1), id(2));
        assertThat(kinesis.listShards(r -> r.streamName(stream)).shards()).hasSize(4)
                .filteredOn(s -> s.sequenceNumberRange().endingSequenceNumber() != null).hasSize(3);
    }

    @Test
    void theCountOfShardsIsDoubledAndHalved() {
        create(2);

        var doubled = kinesis.updateShardCount(
                r -> r.streamName(stream).targetShardCount(4).scalingType(ScalingType.UNIFORM_SCALING));
        assertThat(doubled.currentShardCount()).isEqualTo(2);
        assertThat(doubled.targetShardCount()).isEqualTo(4);
        product.advance(SECOND.multipliedBy(5));
        assertThat(open()).hasSize(4);
        kinesis.updateShardCount(
                r -> r.streamARN(doubled.streamARN()).targetShardCount(2).scalingType(ScalingType.UNIFORM_SCALING));
        product.advance(SECOND.multipliedBy(5));

        assertThat(open()).hasSize(2).allMatch(shard -> shard.adjacentParentShardId() != null);
        assertThat(summary().openShardCount()).isEqualTo(2);
    }

    @Test
    void recordsAreKeptAsLongAsIsSet() {
        create(1);
        put("kept");

        kinesis.increaseStreamRetentionPeriod(r -> r.streamName(stream).retentionPeriodHours(48));
        product.advance(Duration.ofHours(47));
        assertThat(summary().retentionPeriodHours()).isEqualTo(48);
        assertThat(texts(read(ShardIteratorType.TRIM_HORIZON).records())).containsExactly("kept");
        assertThatThrownBy(
                () -> kinesis.increaseStreamRetentionPeriod(r -> r.streamName(stream).retentionPeriodHours(24)))
                .isInstanceOf(InvalidArgumentException.class);

        kinesis.decreaseStreamRetentionPeriod(r -> r.streamName(stream).retentionPeriodHours(24));
        product.advance(SECOND);
        assertThat(read(ShardIteratorType.TRIM_HORIZON).records()).isEmpty();
    }

    @Test
    void consumersAreRegisteredDescribedListedAndDeregistered() {
        create(1);
        String arn = summary().streamARN();

        Consumer made = kinesis.registerStreamConsumer(r -> r.streamARN(arn).consumerName("reader")).consumer();
        assertThat(made.consumerStatus()).isEqualTo(ConsumerStatus.CREATING);
        assertThat(made.consumerARN()).startsWith(arn + "/consumer/reader:");
        product.advance(SECOND);
        assertThat(kinesis.describeStreamConsumer(r -> r.consumerARN(made.consumerARN())).consumerDescription())
                .satisfies(described -> {
                    assertThat(described.consumerStatus()).isEqualTo(ConsumerStatus.ACTIVE);
                    assertThat(described.streamARN()).isEqualTo(arn);
                    assertThat(described.consumerCreationTimestamp()).isEqualTo(made.consumerCreationTimestamp());
                });
        assertThat(kinesis.listStreamConsumers(r -> r.streamARN(arn)).consumers())
                .extracting(Consumer::consumerName).containsExactly("reader");
        assertThat(summary().consumerCount()).isEqualTo(1);
        assertThatThrownBy(() -> kinesis.registerStreamConsumer(r -> r.streamARN(arn).consumerName("reader")))
                .isInstanceOf(ResourceInUseException.class);
        assertThatThrownBy(() -> kinesis.deleteStream(r -> r.streamName(stream)))
                .isInstanceOf(ResourceInUseException.class);

        kinesis.deregisterStreamConsumer(r -> r.streamARN(arn).consumerName("reader"));
        product.advance(SECOND);
        assertThatThrownBy(() -> kinesis.describeStreamConsumer(r -> r.streamARN(arn).consumerName("reader")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void anEncryptedStreamSaysSoOfItsRecords() {
        create(1);
        put("plain");

        kinesis.startStreamEncryption(
                r -> r.streamName(stream).encryptionType(EncryptionType.KMS).keyId("alias/aws/kinesis"));
        product.advance(SECOND);
        assertThat(summary().encryptionType()).isEqualTo(EncryptionType.KMS);
        assertThat(summary().keyId()).isEqualTo("alias/aws/kinesis");
        assertThat(put("secret").encryptionType()).isEqualTo(EncryptionType.KMS);
        kinesis.stopStreamEncryption(
                r -> r.streamName(stream).encryptionType(EncryptionType.KMS).keyId("alias/aws/kinesis"));
        product.advance(SECOND);

        assertThat(summary().encryptionType()).isEqualTo(EncryptionType.NONE);
        List<Record> records = read(ShardIteratorType.TRIM_HORIZON).records();
        assertThat(texts(records)).containsExactly("plain", "secret");
        assertThat(records.get(1).encryptionType()).isEqualTo(EncryptionType.KMS);
    }

    @Test
    void streamsAndConsumersAreTaggedByTheirArns() {
        create(1);
        String arn = summary().streamARN();
        String consumer = kinesis.registerStreamConsumer(r -> r.streamARN(arn).consumerName("c").tags(Map.of("a", "1")))
                .consumer().consumerARN();
        product.advance(SECOND);

        kinesis.tagResource(r -> r.resourceARN(arn).tags(Map.of("env", "lab", "ñ", "")));
        kinesis.tagResource(r -> r.resourceARN(consumer).tags(Map.of("b", "2")));
        kinesis.untagResource(r -> r.resourceARN(arn).tagKeys("ñ"));

        Tag lab = Tag.builder().key("env").value("lab").build();
        assertThat(kinesis.listTagsForResource(r -> r.resourceARN(arn)).tags()).containsExactly(lab);
        assertThat(kinesis.listTagsForStream(r -> r.streamName(stream)).tags()).containsExactly(lab);
        assertThat(kinesis.listTagsForResource(r -> r.resourceARN(consumer)).tags()).extracting(Tag::key)
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void recordsGrowBeyondAMebibyteWhereThatIsAllowed() {
        create(2);
        SdkBytes large = SdkBytes.fromByteArray(new byte[3 << 19]);
        assertThatThrownBy(() -> kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(large)))
                .hasMessageContaining("1 validation error detected");

        kinesis.updateMaxRecordSize(r -> r.streamARN(summary().streamARN()).maxRecordSizeInKiB(2048));
        product.advance(SECOND);

        String shard = kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(large)).shardId();
        String iterator = iterator(shard, ShardIteratorType.TRIM_HORIZON);
        assertThat(kinesis.getRecords(r -> r.shardIterator(iterator)).records()).extracting(Record::data)
                .containsExactly(large);
        assertThat(summary().maxRecordSizeInKiB()).isEqualTo(2048);
    }

    @Test
    void modesMonitoringPoliciesAndLimitsAreKept() {
        create(1);
        String arn = summary().streamARN();

        assertThat(kinesis.enableEnhancedMonitoring(r -> r.streamName(stream).shardLevelMetrics(
                MetricsName.INCOMING_BYTES)).desiredShardLevelMetrics()).containsExactly(MetricsName.INCOMING_BYTES);
        product.advance(SECOND);
        String policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"kinesis:*"}]}""";
        kinesis.putResourcePolicy(r -> r.resourceARN(arn).policy(policy));
        assertThat(kinesis.getResourcePolicy(r -> r.resourceARN(arn)).policy()).isEqualTo(policy);
        kinesis.deleteResourcePolicy(r -> r.resourceARN(arn));
        int before = kinesis.describeLimits().onDemandStreamCount();
        kinesis.updateStreamMode(r -> r.streamARN(arn).streamModeDetails(m -> m.streamMode(StreamMode.ON_DEMAND)));
        product.advance(SECOND);

        assertThat(summary().streamModeDetails().streamMode()).isEqualTo(StreamMode.ON_DEMAND);
        assertThat(summary().enhancedMonitoring().get(0).shardLevelMetrics())
                .containsExactly(MetricsName.INCOMING_BYTES);
        assertThat(kinesis.describeLimits().onDemandStreamCount()).isEqualTo(before + 1);
    }

    private StreamDescriptionSummary summary() {
        return kinesis.describeStreamSummary(r -> r.streamName(stream)).streamDescriptionSummary();
    }

    private List<Shard> open() {
        return kinesis.listShards(r -> r.streamName(stream).shardFilter(f -> f.type(ShardFilterType.AT_LATEST)))
                .shards();
    }

    private static String id(int shard) {
        return "shardId-%012d".formatted(shard);
    }
}
