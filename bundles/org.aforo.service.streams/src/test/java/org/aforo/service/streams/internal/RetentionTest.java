package org.aforo.service.streams.internal;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.streams.internal.StreamsBench.SHARD;
import static org.aforo.service.streams.internal.StreamsBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {

    private final StreamsBench streams = StreamsBench.unlimited().stream("ticks", 1);

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void aRecordIsKeptForADayToTheMillisecond() {
        streams.put("ticks", "k", "old");
        streams.advance(Duration.ofSeconds(1)).put("ticks", "k", "new");

        streams.advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).containsExactly("old", "new");

        streams.advance(Duration.ofMillis(1));
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).containsExactly("new");

        streams.advance(Duration.ofSeconds(1));
        assertThat(streams.texts("ticks", "TRIM_HORIZON")).isEmpty();
    }

    @Test
    void anIteratorWhosePlaceIsTrimmedGoesOnWithTheOldestKept() {
        String first = (String) streams.put("ticks", "k", "v0").get("SequenceNumber");
        streams.advance(Duration.ofSeconds(1)).put("ticks", "k", "v1");
        streams.advance(Duration.ofHours(24).minusMillis(500));

        assertThat(streams.texts("ticks", "AT_SEQUENCE_NUMBER", "StartingSequenceNumber", first))
                .containsExactly("v1");
    }

    @Test
    void spaceIsGivenBackByATimer() {
        for (int i = 0; i < 40; i++) {
            streams.put("ticks", "k", "x".repeat((1 << 20) - 1));
        }
        assertThat(kept()).isEqualTo("40");

        streams.advance(Duration.ofHours(24).plusMinutes(11));

        assertThat(kept()).isEqualTo("0");
    }

    private String kept() {
        return streams.bench.resource(streams.bench.arn("kinesis", "stream/ticks/shard/" + SHARD)).attributes()
                .get("Records kept");
    }

    @Test
    void recordsThatExpiredWhileItWasOutAreNotShownAgain() {
        streams.put("ticks", "k", "old");
        streams.advance(Duration.ofHours(23));
        String iterator = streams.iterator("ticks", SHARD, "TRIM_HORIZON");
        assertThat(texts(streams.read(iterator))).containsExactly("old");
        streams.advance(Duration.ofHours(2));

        streams.bench.restart();

        assertThat(streams.texts("ticks", "TRIM_HORIZON")).isEmpty();
    }
}
