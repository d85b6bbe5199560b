package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSink.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    @Test
    void requestsOfASecondAreLimited() {
        hose.created(Map.of());
        hose.bench.bench().quotas().override("firehose.put-requests", 3L);
        hose.put("a");
        hose.put("b");
        hose.putBatch(List.of("c", "d"));

        assertThatThrownBy(() -> hose.put("e")).hasMessage("Slow down.").extracting("code", "status")
                .containsExactly("ServiceUnavailableException", 503);
        hose.advance(1);
        hose.put("e");
        hose.advance(60);
        assertThat(hose.delivered()).isEqualTo("abcde");
        assertThat(hose.resource().in().snapshot().throttles()).isEqualTo(1);
    }

    @Test
    void recordsBeyondTheBytesOfASecondFailOneByOne() {
        hose.created(Map.of());
        List<String> fourMiB = Collections.nCopies(400, "x".repeat(10_000));
        assertThat(hose.putBatch(fourMiB)).containsEntry("FailedPutCount", 0);

        Map<String, Object> second = hose.putBatch(fourMiB);

        // 5 MiB a second hold 524 records of 10,000 bytes.
        assertThat(second).containsEntry("FailedPutCount", 276);
        assertThat(hose.resource().in().snapshot().records()).isEqualTo(524);
        assertThat(hose.resource().in().snapshot().throttles()).isEqualTo(276);
    }

    @Test
    void liftedLimitsLetEverythingPass() {
        hose.created(Map.of());
        hose.bench.bench().quotas().lift(true);
        List<String> fourMiB = Collections.nCopies(400, "x".repeat(10_000));

        for (int i = 0; i < 5; i++) {
            assertThat(hose.putBatch(fourMiB)).containsEntry("FailedPutCount", 0);
        }
    }

    @Test
    void batchesHoldFourMiBAtMost() {
        hose.created(Map.of());

        assertThatThrownBy(() -> hose.putBatch(Collections.nCopies(5, "x".repeat(1_000_000))))
                .hasMessage("Records size exceeds 4 MB limit").extracting("code")
                .isEqualTo("InvalidArgumentException");
    }

    @Test
    void batchesHold500RecordsAndRecords1000KiB() {
        hose.created(Map.of());

        assertThatThrownBy(() -> hose.putBatch(Collections.nCopies(501, "x"))).extracting("code")
                .isEqualTo("ValidationException");
        assertThatThrownBy(() -> hose.put("x".repeat(1_024_001))).extracting("code")
                .isEqualTo("ValidationException");
        hose.put("x".repeat(1_024_000));
    }

    @Test
    void deliveryStreamsOfAnAccountAreLimited() {
        hose.bench.bench().quotas().override("firehose.delivery-streams", 1L);
        hose.created(Map.of());

        assertThatThrownBy(() -> hose.call("CreateDeliveryStream", Map.of("DeliveryStreamName", "second",
                "ExtendedS3DestinationConfiguration", Hose.lab())))
                .hasMessage("You have already consumed your firehose quota of 1 hoses.").extracting("code")
                .isEqualTo("LimitExceededException");
    }

    @Test
    void controlOperationsAreLimitedEachByItself() {
        hose.created(Map.of());
        for (int i = 0; i < 5; i++) {
            hose.describe();
        }

        assertThatThrownBy(hose::describe).hasMessage("Rate exceeded").extracting("code")
                .isEqualTo("ThrottlingException");
        hose.call("ListDeliveryStreams", Map.of());
        hose.advance(1);
        hose.describe();
    }

    @Test
    void tagsOfADeliveryStreamAreLimited() {
        hose.created(Map.of());
        List<Map<String, String>> fifty = Stream.iterate(0, i -> i < 50, i -> i + 1)
                .map(i -> Map.of("Key", "k" + i, "Value", "v")).toList();
        hose.call("TagDeliveryStream", Map.of("DeliveryStreamName", Hose.NAME, "Tags", fifty));

        assertThatThrownBy(() -> hose.call("TagDeliveryStream",
                Map.of("DeliveryStreamName", Hose.NAME, "Tags", List.of(Map.of("Key", "more", "Value", "v")))))
                .extracting("code").isEqualTo("LimitExceededException");
    }

    @Test
    void otherServicesPutThroughTheSinkUnderTheSameLimits() throws InterruptedException {
        hose.created(Map.of());
        hose.bench.bench().quotas().override("firehose.put-bytes", 4L);
        RecordSink sink = hose.bench.bench().destinations().sink(hose.resource().arn().toString());

        List<Outcome> outcomes = sink.put(Stream.of("12", "34", "5").map(LimitsTest::flow).toList());

        assertThat(outcomes).extracting(o -> o.error() == null).containsExactly(true, true, false);
        assertThat(outcomes.get(0).id()).isNotNull().isNotEqualTo(outcomes.get(1).id());
        assertThat(outcomes.get(2).error().code()).isEqualTo("ServiceUnavailableException");
        hose.advance(60);
        assertThat(hose.delivered()).isEqualTo("1234");
    }

    @Test
    void sinksAreOnlyThoseOfActiveDeliveryStreamsOfDirectPuts() {
        hose.create(Map.of("ExtendedS3DestinationConfiguration", Hose.lab()));
        String arn = hose.resource().arn().toString();
        assertThatThrownBy(() -> hose.bench.bench().destinations().sink(arn)).extracting("code")
                .isEqualTo("ResourceNotFoundException");
        hose.advance(1);

        assertThat(hose.bench.bench().destinations().sink(arn)).isNotNull();
        assertThatThrownBy(() -> hose.bench.bench().destinations().sink(arn + "2")).extracting("code")
                .isEqualTo("ResourceNotFoundException");
    }

    private static FlowRecord flow(String text) {
        return new FlowRecord("", "", ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), Instant.EPOCH);
    }
}
