package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.aforo.api.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    @Test
    void intervalDeliversWhatWasPutByteForByteInOrder() {
        hose.created(Map.of());
        Instant arrival = hose.bench.bench().clock().now();
        hose.put("{\"a\":1}\n");
        hose.put("");
        hose.put("á\u0000b");

        hose.advance(59);
        assertThat(hose.store.objects).isEmpty();
        hose.advance(1);

        assertThat(hose.store.objects).singleElement().satisfies(object -> {
            assertThat(object.text()).isEqualTo("{\"a\":1}\ná\u0000b");
            assertThat(object.bucket()).isEqualTo("bolsa");
            assertThat(object.key()).matches("datos/" + DateTimeFormatter
                    .ofPattern("yyyy/MM/dd/HH/'kinesis1-1-'yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC)
                    .format(arrival) + "-[0-9a-f-]{36}");
            assertThat(object.headers()).containsEntry("content-type", "application/octet-stream");
        });
        assertThat(hose.events("flush")).singleElement().asString()
                .isEqualTo("reason=INTERVAL records=3 bytes=12 bucket=bolsa key=" + hose.store.objects.get(0).key());
    }

    @Test
    void sizeDeliversBeforeTheInterval() throws InterruptedException {
        hose.created(Map.of());
        List<String> sent = new ArrayList<>();
        for (int batch = 0; batch < 3; batch++) {
            List<String> records = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                records.add(String.format("%04d", batch * 400 + i) + "x".repeat(995) + '\n');
            }
            hose.putBatch(records);
            sent.addAll(records);
        }

        assertThat(hose.nextFlush().text()).startsWith("reason=SIZE records=1049 bytes=1049000 ");
        assertThat(hose.delivered()).isEqualTo(String.join("", sent.subList(0, 1049)));

        // The rest waits for its own interval.
        hose.advance(60);
        assertThat(hose.nextFlush().text()).startsWith("reason=INTERVAL records=151 ");
        assertThat(hose.delivered()).isEqualTo(String.join("", sent));
    }

    @Test
    void emptyBuffersDeliverNothing() {
        hose.created(Map.of());

        hose.advance(3_600);

        assertThat(hose.store.objects).isEmpty();
    }

    @Test
    void intervalBeginsWithTheFirstRecord() {
        hose.created(Map.of());
        hose.advance(45);
        hose.put("a");
        hose.advance(50);
        assertThat(hose.store.objects).isEmpty();

        hose.advance(10);

        assertThat(hose.delivered()).isEqualTo("a");
    }

    @Test
    void zeroBufferingDeliversWithinFiveSeconds() {
        hose.created(Map.of("BufferingHints", Map.of("SizeInMBs", 1, "IntervalInSeconds", 0)));
        hose.put("a");

        hose.advance(5);

        assertThat(hose.delivered()).isEqualTo("a");
    }

    @Test
    void compressedObjectsHoldWhatWasPut() throws Exception {
        hose.created(Map.of("CompressionFormat", "GZIP"));
        hose.put("a\n");
        hose.put("b\n");

        hose.advance(60);

        FakeStore.Stored object = hose.store.objects.get(0);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(object.body())).readAllBytes()).asString()
                .isEqualTo("a\nb\n");
        assertThat(object.key()).endsWith(".gz");
        assertThat(object.headers()).containsEntry("content-encoding", "gzip");
    }

    @Test
    void undeliveredRecordsSurviveARestartOnce() {
        hose.created(Map.of());
        hose.put("delivered\n");
        hose.advance(60);
        hose.put("kept\n");

        hose.restart();
        assertThat(hose.resource().buffers().get(0).records()).isEqualTo(1);
        hose.put("more\n");
        hose.advance(60);
        assertThat(hose.delivered()).isEqualTo("delivered\nkept\nmore\n");

        hose.restart();
        hose.advance(60);
        assertThat(hose.delivered()).isEqualTo("delivered\nkept\nmore\n");
        assertThat(hose.resource().buffers().get(1).bytes()).isZero();
    }

    @Test
    void resourceShowsFlowBufferAndWhereItGoes() {
        hose.created(Map.of());
        hose.put("12345");
        hose.advance(20);
        Resource resource = hose.resource();

        assertThat(resource.kind()).isEqualTo("delivery-stream");
        assertThat(resource.state()).isEqualTo("ACTIVE");
        assertThat(resource.in().snapshot().records()).isEqualTo(1);
        assertThat(resource.in().snapshot().bytes()).isEqualTo(5);
        assertThat(resource.buffers().get(0)).satisfies(buffer -> {
            assertThat(buffer.bytes()).isEqualTo(5);
            assertThat(buffer.maxBytes()).isEqualTo(1 << 20);
            assertThat(buffer.oldest()).hasSeconds(20);
            assertThat(buffer.flushAt()).contains(hose.bench.bench().clock().now().plusSeconds(40));
        });
        assertThat(resource.links()).singleElement().satisfies(link -> {
            assertThat(link.to()).hasToString("arn:aws:s3:::bolsa");
            assertThat(link.label()).isEqualTo("delivers to");
        });
        assertThat(resource.attributes()).containsEntry("buffer size", "1 MiB")
                .containsEntry("buffer interval", "60 s").containsEntry("prefix", "datos/")
                .containsEntry("error prefix", "errores/").containsEntry("type", "DirectPut");

        hose.advance(40);
        assertThat(resource.out().snapshot().records()).isEqualTo(1);
        assertThat(resource.out().snapshot().bytes()).isEqualTo(5);
        assertThat(resource.buffers().get(0).last()).get().extracting("bytes").isEqualTo(5L);
    }

    @Test
    void recordsOfManyProducersAreDeliveredOnceEachInItsOrder() throws InterruptedException {
        hose.created(Map.of());
        hose.bench.bench().quotas().lift(true);
        List<Thread> producers = new ArrayList<>();
        for (int p = 0; p < 8; p++) {
            int producer = p;
            producers.add(Thread.startVirtualThread(() -> {
                for (int batch = 0; batch < 10; batch++) {
                    int first = batch * 100;
                    hose.putBatch(IntStream.range(first, first + 100)
                            .mapToObj(i -> producer + ":" + i + ":" + "x".repeat(500) + '\n').toList());
                }
            }));
        }
        for (Thread producer : producers) {
            producer.join();
        }
        hose.advance(60);

        // What a size trigger set going beside the test is on its way still.
        long delivered = 0;
        while (delivered < 8_000) {
            delivered += Long.parseLong(hose.nextFlush().text().replaceAll(".* records=(\\d+) .*", "$1"));
        }
        Map<String, List<Integer>> seen = hose.delivered().lines().map(line -> line.split(":"))
                .collect(Collectors.groupingBy(parts -> parts[0],
                        Collectors.mapping(parts -> Integer.valueOf(parts[1]), Collectors.toList())));
        assertThat(seen).hasSize(8).allSatisfy((producer, numbers) -> assertThat(numbers)
                .containsExactlyElementsOf(IntStream.range(0, 1_000).boxed().toList()));
    }

    @Test
    void nothingIsLeftOpen() {
        hose.created(Map.of());
        hose.put("a");

        hose.bench.assertNoLeaks();
    }
}
