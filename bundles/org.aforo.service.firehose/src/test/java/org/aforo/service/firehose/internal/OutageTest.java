package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutageTest {

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    @Test
    void failedDeliveriesAreTriedAgainLaterAndLater() {
        hose.created(Map.of());
        hose.store.breaking(true);
        hose.put("a");
        hose.advance(60);

        // Tries at 0, 1, 3, 7 s after the first.
        hose.advance(7);

        assertThat(hose.events("delivery-failed")).hasSize(4).last().asString()
                .isEqualTo("InternalError: We encountered an internal error. Please try again.; attempt 4 of 1 "
                        + "records, next in 8 s");
        assertThat(hose.resource().attributes().get("delivery")).contains("InternalError", "4 attempts");
        hose.store.breaking(false);
        hose.advance(8);
        assertThat(hose.delivered()).isEqualTo("a");
        assertThat(hose.resource().attributes()).containsEntry("delivery", "in order");
        assertThat(hose.resource().out().snapshot().errors()).isEqualTo(4);
    }

    @Test
    void laterFlushesKeepTheirOrderBehindAFailedOne() {
        hose.created(Map.of());
        hose.store.buckets.clear();
        hose.put("a");
        hose.advance(60);
        hose.put("b");
        hose.advance(60);
        assertThat(hose.resource().buffers().get(1).records()).isEqualTo(2);

        hose.store.bucket("bolsa");
        hose.advance(60);

        assertThat(hose.store.objects).extracting(FakeStore.Stored::text).containsExactly("a", "b");
    }

    @Test
    void outagesOutlastARestart() {
        hose.created(Map.of());
        hose.store.buckets.clear();
        hose.put("a");
        hose.advance(60);
        hose.put("b");

        hose.restart();
        hose.store.bucket("bolsa");
        hose.advance(60);

        assertThat(hose.delivered()).isEqualTo("ab");
    }

    @Test
    void correctedDestinationTakesWhatWaits() {
        hose.created(Map.of("BucketARN", "arn:aws:s3:::wrong"));
        hose.put("a");
        hose.advance(61);
        assertThat(hose.store.objects).isEmpty();

        hose.call("UpdateDestination", Map.of("DeliveryStreamName", Hose.NAME, "CurrentDeliveryStreamVersionId", "1",
                "DestinationId", "destinationId-000000000001", "ExtendedS3DestinationUpdate",
                Map.of("BucketARN", "arn:aws:s3:::bolsa")));
        hose.advance(60);

        assertThat(hose.store.objects).singleElement().satisfies(object -> {
            assertThat(object.text()).isEqualTo("a");
            assertThat(object.key()).contains("/kinesis1-2-");
        });
    }

    @Test
    void fullBacklogPushesBackUntilThereIsRoom() {
        hose.created(Map.of());
        hose.bench.bench().quotas().override("firehose.backlog-bytes", 10L);
        hose.store.buckets.clear();
        hose.put("123456");
        hose.advance(60);

        assertThatThrownBy(() -> hose.put("78901")).isInstanceOf(AwsError.class).hasMessage("Slow down.")
                .extracting("code", "status").containsExactly("ServiceUnavailableException", 503);
        assertThatThrownBy(() -> hose.putBatch(List.of("78", "901"))).hasMessage("Slow down.");
        hose.put("7890");
        assertThat(hose.resource().in().snapshot().throttles()).isEqualTo(3);

        hose.store.bucket("bolsa");
        hose.advance(120);
        assertThat(hose.delivered()).isEqualTo("1234567890");
        hose.put("78901");
    }

    @Test
    void otherServicesWaitForRoom() throws InterruptedException {
        hose.created(Map.of());
        hose.bench.bench().quotas().override("firehose.backlog-bytes", 3L);
        hose.store.buckets.clear();
        hose.put("123");
        RecordSink sink = hose.bench.bench().destinations().sink(hose.resource().arn().toString());
        Thread other = hose.bench.bench().scheduler().start("other", () -> {
            try {
                sink.put(List.of(new FlowRecord("", "", ByteBuffer.wrap(new byte[] {'4'}), Instant.EPOCH)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        hose.advance(60);
        assertThat(hose.resource().in().snapshot().records()).isEqualTo(1);

        hose.store.bucket("bolsa");
        hose.advance(60);
        other.join();
        hose.advance(60);

        assertThat(hose.delivered()).isEqualTo("1234");
    }

    @Test
    void recordsThatCannotBeDeliveredInADayAreLostAndItIsSaid() {
        hose.created(Map.of());
        hose.store.buckets.clear();
        hose.put("old");
        hose.advance(86_000);
        hose.put("young");
        hose.advance(500);

        hose.store.bucket("bolsa");
        hose.advance(60);

        assertThat(hose.delivered()).isEqualTo("young");
        assertThat(hose.events("data-lost")).singleElement().asString().startsWith("1 records (3 bytes)");
        assertThat(hose.resource().buffers().get(1).bytes()).isZero();
    }

    @Test
    void injectedOutagesHoldDeliveriesUp() {
        hose.created(Map.of());
        Fault outage = hose.bench.bench().faults().inject(new Fault(null, "firehose", "deliver", Hose.NAME,
                new Fault.Effect.Outage(), 1, 1, null));
        hose.put("a");
        hose.advance(60);
        assertThat(hose.store.objects).isEmpty();
        assertThat(hose.events("delivery-failed")).singleElement().asString().startsWith("ServiceUnavailable: ");

        hose.bench.bench().faults().remove(outage.id());
        hose.advance(1);

        assertThat(hose.delivered()).isEqualTo("a");
    }

    @Test
    void injectedLatenciesHoldDeliveriesUp() {
        hose.created(Map.of());
        hose.bench.bench().faults().inject(new Fault(null, "firehose", "deliver", "*",
                new Fault.Effect.Latency(Duration.ofSeconds(100), Duration.ofSeconds(100)), 1, 1, null));
        Instant began = hose.bench.bench().clock().now();
        hose.put("a");

        // The delivery waits on the thread that moves time, and so moves it on.
        hose.advance(60);

        assertThat(hose.bench.bench().clock().now()).isEqualTo(began.plusSeconds(160));
        assertThat(hose.delivered()).isEqualTo("a");
    }

    @Test
    @SuppressWarnings("unchecked")
    void injectedPartialFailuresFailSingleEntries() {
        hose.created(Map.of());
        hose.bench.bench().faults().inject(new Fault(null, "firehose", "PutRecordBatch", Hose.NAME,
                new Fault.Effect.PartialFailure("ServiceUnavailableException", "Slow down."), 0.5, 42, null));
        List<String> sent = List.of("0", "1", "2", "3", "4", "5", "6", "7");

        Map<String, Object> answer = hose.putBatch(sent);

        List<Map<String, Object>> entries = (List<Map<String, Object>>) answer.get("RequestResponses");
        StringBuilder taken = new StringBuilder();
        int failed = 0;
        for (int i = 0; i < sent.size(); i++) {
            Map<String, Object> entry = entries.get(i);
            if (entry.get("RecordId") != null) {
                taken.append(sent.get(i));
                assertThat(entry).doesNotContainKey("ErrorCode");
            } else {
                failed++;
                assertThat(entry).containsEntry("ErrorCode", "ServiceUnavailableException")
                        .containsEntry("ErrorMessage", "Slow down.");
            }
        }
        assertThat(failed).isBetween(1, 7);
        assertThat(((Number) answer.get("FailedPutCount")).intValue()).isEqualTo(failed);
        hose.advance(60);
        assertThat(hose.delivered()).isEqualTo(taken.toString());
    }
}
