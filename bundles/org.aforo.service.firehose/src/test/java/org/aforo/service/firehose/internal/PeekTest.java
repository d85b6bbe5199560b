package org.aforo.service.firehose.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordPeek.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PeekTest {

    private Hose hose;

    @BeforeEach
    void open() {
        hose = new Hose().created(Map.of());
    }

    @AfterEach
    void close() {
        hose.close();
    }

    private RecordPeek peek() {
        return hose.bench.service("firehose")
                .peek(Arn.parse("arn:aws:firehose:us-east-1:000000000000:deliverystream/kinesis1")).orElseThrow();
    }

    private static List<String> texts(Look look) {
        return look.records().stream().map(r -> StandardCharsets.UTF_8.decode(r.data().duplicate()).toString())
                .toList();
    }

    @Test
    void what_waits_is_shown_until_it_is_delivered() {
        hose.putBatch(List.of("a", "b", "c"));

        assertThat(texts(peek().latest(2))).containsExactly("b", "c");

        hose.bench.advance(Duration.ofSeconds(61));

        assertThat(hose.store.objects).hasSize(1);
        assertThat(peek().latest(10).records()).isEmpty();
    }

    @Test
    void a_look_goes_on_after_the_last_one() {
        hose.put("a");
        String id = hose.put("b");
        Look first = peek().latest(10);
        hose.put("c");
        hose.put("d");

        Look second = peek().after(first.position(), 1);
        Look third = peek().after(second.position(), 10);

        assertThat(first.records().getLast().attributes()).containsEntry("Record id", id);
        assertThat(texts(second)).containsExactly("c");
        assertThat(texts(third)).containsExactly("d");
        assertThat(peek().after(third.position(), 10)).isEqualTo(new Look(third.position(), List.of()));
    }
}
