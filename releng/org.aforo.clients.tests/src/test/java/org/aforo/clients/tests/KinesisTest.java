package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** Kinesis Data Streams through the SDK for Java, on a clock that the tests step. */
class KinesisTest extends SteppedKinesis {

    KinesisTest(Wire wire) {
        super(wire);
    }

    @Test
    void aStreamIsMadeDescribedListedAndDeleted() {
        create(3);

        var summary = kinesis.describeStreamSummary(r -> r.streamName(stream)).streamDescriptionSummary();
        assertThat(summary.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
        assertThat(summary.openShardCount()).isEqualTo(3);
        assertThat(summary.retentionPeriodHours()).isEqualTo(24);
        assertThat(summary.consumerCount()).isZero();
        var described = kinesis.describeStream(r -> r.streamARN(summary.streamARN())).streamDescription();
        assertThat(described.streamName()).isEqualTo(stream);
        assertThat(described.hasMoreShards()).isFalse();
        assertThat(described.streamCreationTimestamp()).isEqualTo(summary.streamCreationTimestamp());
        assertThat(described.shards()).extracting(Shard::shardId)
                .containsExactly("shardId-000000000000", "shardId-000000000001", "shardId-000000000002");
        assertThat(described.shards().get(0).hashKeyRange().startingHashKey()).isEqualTo("0");
        assertThat(described.shards().get(2).hashKeyRange().endingHashKey())
                .isEqualTo("340282366920938463463374607431768211455");
        assertThat(kinesis.listStreams().streamNames()).contains(stream);

        kinesis.deleteStream(r -> r.streamName(stream));
        assertThat(kinesis.describeStreamSummary(r -> r.streamName(stream)).streamDescriptionSummary().streamStatus())
                .isEqualTo(StreamStatus.DELETING);
        product.advance(SECOND);
        assertThat(kinesis.listStreams().streamNames()).doesNotContain(stream);
    }

    @Test
    void anOnDemandStreamBeginsWithFourShards() {
        kinesis.createStream(r -> r.streamName(stream).streamModeDetails(m -> m.streamMode(StreamMode.ON_DEMAND)));
        product.advance(SECOND);

        assertThat(kinesis.listShards(r -> r.streamName(stream)).shards()).hasSize(4);
    }

    @Test
    void shardsAreListedPageByPage() {
        create(5);
        List<String> ids = new ArrayList<>();

        var page = kinesis.listShards(r -> r.streamName(stream).maxResults(2));
        page.shards().forEach(shard -> ids.add(shard.shardId()));
        while (page.nextToken() != null) {
            String token = page.nextToken();
            page = kinesis.listShards(r -> r.nextToken(token).maxResults(2));
            page.shards().forEach(shard -> ids.add(shard.shardId()));
        }

        assertThat(ids).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theSdkPaginatesStreams() {
        for (int i = 0; i < 3; i++) {
            String name = stream + i;
            kinesis.createStream(r -> r.streamName(name).shardCount(1));
        }
        product.advance(SECOND);
        product.quota("kinesis.calls.ListStreams", 1_000); // a page for each stream, while time stands

        assertThat(kinesis.listStreamsPaginator(r -> r.limit(1)).streamNames())
                .contains(stream + 0, stream + 1, stream + 2).doesNotHaveDuplicates();
    }

    @Test
    void tagsAreAddedListedAndTakenOff() {
        create(1);

        kinesis.addTagsToStream(r -> r.streamName(stream).tags(Map.of("team", "data", "año", "más")));
        assertThat(kinesis.listTagsForStream(r -> r.streamName(stream)).tags()).extracting(Tag::key, Tag::value)
                .containsExactlyInAnyOrder(tuple("team", "data"),
                        tuple("año", "más"));

        kinesis.removeTagsFromStream(r -> r.streamName(stream).tagKeys("team"));
        assertThat(kinesis.listTagsForStream(r -> r.streamName(stream)).tags()).extracting(Tag::key)
                .containsExactly("año");
    }

    @Test
    void bytesComeBackAsTheyWent() {
        create(1);
        byte[] all = new byte[256];
        IntStream.range(0, all.length).forEach(i -> all[i] = (byte) i);
        byte[] much = new byte[1 << 19];
        new Random(7).nextBytes(much);

        for (byte[] data : List.of(new byte[0], new byte[] {0}, all, much)) {
            kinesis.putRecord(r -> r.streamName(stream).partitionKey("clé").data(SdkBytes.fromByteArray(data)));
        }

        List<Record> records = read(ShardIteratorType.TRIM_HORIZON).records();
        assertThat(records).extracting(r -> r.data().asByteArray())
                .containsExactly(new byte[0], new byte[] {0}, all, much);
        assertThat(records).extracting(Record::partitionKey).containsOnly("clé");
    }

    @Test
    void fiveHundredRecordsGoInOneBatch() {
        create(2);
        List<PutRecordsRequestEntry> batch = IntStream.range(0, 500).mapToObj(i -> PutRecordsRequestEntry.builder()
                .partitionKey("key-" + i).data(SdkBytes.fromUtf8String("record " + i)).build()).toList();

        PutRecordsResponse answer = kinesis.putRecords(r -> r.streamName(stream).records(batch));

        assertThat(answer.failedRecordCount()).isZero();
        assertThat(answer.records()).hasSize(500).allMatch(r -> r.errorCode() == null);
        Set<String> read = new HashSet<>();
        for (String shard : List.of("shardId-000000000000", "shardId-000000000001")) {
            List<Record> records = kinesis
                    .getRecords(r -> r.shardIterator(iterator(shard, ShardIteratorType.TRIM_HORIZON))).records();
            assertThat(records).hasSizeGreaterThan(150).extracting(Record::sequenceNumber).isSorted();
            records.forEach(r -> read.add(r.data().asUtf8String()));
        }
        assertThat(read).hasSize(500);
    }

    @Test
    void anExplicitHashKeyPicksTheShard() {
        create(2);

        PutRecordResponse put = kinesis.putRecord(r -> r.streamName(stream).partitionKey("any")
                .explicitHashKey("340282366920938463463374607431768211455").data(SdkBytes.fromUtf8String("x")));

        assertThat(put.shardId()).isEqualTo("shardId-000000000001");
        assertThat(put.sequenceNumber()).hasSize(56).startsWith("49");
    }

    @Test
    void iteratorsOfAllFiveKindsPointWhereTheyShould() {
        create(1);
        put("one");
        product.advance(SECOND.multipliedBy(10));
        PutRecordResponse second = put("two");
        product.advance(SECOND.multipliedBy(10));
        put("three");
        String latest = iterator("shardId-000000000000", ShardIteratorType.LATEST);
        put("four");
        product.advance(SECOND);
        List<Record> all = read(ShardIteratorType.TRIM_HORIZON).records();
        Instant between = all.get(1).approximateArrivalTimestamp().minusSeconds(5);

        assertThat(texts(all)).containsExactly("one", "two", "three", "four");
        assertThat(texts(kinesis.getRecords(r -> r.shardIterator(latest)).records())).containsExactly("four");
        assertThat(texts(from(ShardIteratorType.AT_SEQUENCE_NUMBER, second.sequenceNumber(), null)))
                .containsExactly("two", "three", "four");
        assertThat(texts(from(ShardIteratorType.AFTER_SEQUENCE_NUMBER, second.sequenceNumber(), null)))
                .containsExactly("three", "four");
        assertThat(texts(from(ShardIteratorType.AT_TIMESTAMP, null, between)))
                .containsExactly("two", "three", "four");
    }

    @Test
    void readingGoesOnFromTheNextIterator() {
        create(1);
        IntStream.range(0, 5).forEach(i -> put("r" + i));

        GetRecordsResponse first = kinesis.getRecords(r -> r.limit(2)
                .shardIterator(iterator("shardId-000000000000", ShardIteratorType.TRIM_HORIZON)));
        GetRecordsResponse rest = kinesis.getRecords(r -> r.shardIterator(first.nextShardIterator()));

        assertThat(texts(first.records())).containsExactly("r0", "r1");
        assertThat(texts(rest.records())).containsExactly("r2", "r3", "r4");
        assertThat(rest.millisBehindLatest()).isZero();
        assertThat(rest.nextShardIterator()).isNotBlank();
    }

    @Test
    void anIteratorExpiresAfterFiveMinutes() {
        create(1);
        String iterator = iterator("shardId-000000000000", ShardIteratorType.LATEST);

        product.advance(Duration.ofSeconds(301));

        assertThatThrownBy(() -> kinesis.getRecords(r -> r.shardIterator(iterator)))
                .isInstanceOf(ExpiredIteratorException.class).hasMessageContaining("Iterator expired");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        ResourceNotFoundException missing = catchThrowableOfType(ResourceNotFoundException.class,
                () -> kinesis.describeStreamSummary(r -> r.streamName("nowhere")));

        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.awsErrorDetails().errorMessage())
                .isEqualTo("Stream nowhere under account 000000000000 not found.");
        assertThat(missing.requestId()).isNotBlank();
        assertThatThrownBy(() -> kinesis.putRecord(r -> r.streamName("nowhere").partitionKey("k")
                .data(SdkBytes.fromUtf8String("x")))).isInstanceOf(ResourceNotFoundException.class);
        create(1);
        assertThatThrownBy(() -> iterator("shardId-000000000007", ShardIteratorType.LATEST))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void aNameIsTakenOnce() {
        create(1);

        assertThatThrownBy(() -> kinesis.createStream(r -> r.streamName(stream).shardCount(1)))
                .isInstanceOf(ResourceInUseException.class);
    }

    @Test
    void whatTheModelForbidsIsAValidationError() {
        assertThatThrownBy(() -> kinesis.createStream(r -> r.streamName("no spaces").shardCount(1)))
                .isInstanceOf(KinesisException.class)
                .satisfies(e -> assertThat(((KinesisException) e).awsErrorDetails().errorCode())
                        .isEqualTo("ValidationException"))
                .hasMessageContaining("1 validation error detected: Value 'no spaces' at 'streamName'");
        assertThatThrownBy(() -> kinesis.getRecords(r -> r.shardIterator("rubbish")))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void aShardTakesItsMebibyteASecond() {
        create(1);
        SdkBytes big = SdkBytes.fromByteArray(new byte[(1 << 20) - 100]);
        kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(big));

        assertThatThrownBy(() -> kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(big)))
                .isInstanceOf(ProvisionedThroughputExceededException.class)
                .hasMessageContaining("Rate exceeded for shard shardId-000000000000");
        PutRecordsRequestEntry entry = PutRecordsRequestEntry.builder().partitionKey("k").data(big).build();
        PutRecordsResponse batch = kinesis.putRecords(r -> r.streamName(stream).records(entry));
        assertThat(batch.failedRecordCount()).isEqualTo(1);
        assertThat(batch.records().get(0).errorCode()).isEqualTo("ProvisionedThroughputExceededException");

        product.advance(SECOND);
        assertThat(kinesis.putRecord(r -> r.streamName(stream).partitionKey("k").data(big)).sequenceNumber())
                .isNotBlank();
    }

    @Test
    void aShardIsReadFiveTimesASecond() {
        create(1);
        String iterator = iterator("shardId-000000000000", ShardIteratorType.LATEST);
        IntStream.range(0, 5).forEach(i -> kinesis.getRecords(r -> r.shardIterator(iterator)));

        assertThatThrownBy(() -> kinesis.getRecords(r -> r.shardIterator(iterator)))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
    }

    private List<Record> from(ShardIteratorType type, String sequenceNumber, Instant time) {
        product.advance(SECOND);
        String iterator = kinesis.getShardIterator(r -> r.streamName(stream).shardId("shardId-000000000000")
                .shardIteratorType(type).startingSequenceNumber(sequenceNumber).timestamp(time)).shardIterator();
        return kinesis.getRecords(r -> r.shardIterator(iterator)).records();
    }
}
