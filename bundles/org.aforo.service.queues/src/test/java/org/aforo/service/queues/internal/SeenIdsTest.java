package org.aforo.service.queues.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SeenIdsTest {

    private record Known(long number, long until) {
    }

    /** @param first so that places come to where they begin anew in the table, or not */
    @ParameterizedTest
    @ValueSource(ints = {0, (1 << 21) - 5})
    void itDoesWhatAMapDoes(int first) {
        Random random = new Random(11);
        SeenIds ids = new SeenIds(first);
        Map<Long, Known> model = new HashMap<>();
        long now = 0;
        for (int i = 0; i < 20_000; i++) {
            long id = random.nextInt(3_000);
            // Few bits of the hash differ: slots collide, as they seldom would.
            long high = id % 40;
            long instant = now;
            assertThat(ids.find(high, id)).isEqualTo(model.containsKey(id) ? model.get(id).number : SeenIds.UNSEEN);
            if (!model.containsKey(id)) {
                ids.add(high, id, i, now + 500);
                model.put(id, new Known(i, now + 500));
            }
            now += random.nextInt(i < 10_000 ? 2 : 5);
            long then = now;
            ids.forget(then);
            model.values().removeIf(known -> known.until <= then);
            assertThat(ids.size()).as("at %d", instant).isEqualTo(model.size());
        }
    }

    @Test
    void allAreForgottenInTheEnd() {
        SeenIds ids = new SeenIds();
        for (int i = 0; i < 1_000; i++) {
            ids.add(i * 0x9E3779B97F4A7C15L, i, i, 10);
        }
        assertThat(ids.find(999 * 0x9E3779B97F4A7C15L, 999)).isEqualTo(999);

        ids.forget(10);

        assertThat(ids.size()).isZero();
        assertThat(ids.find(999 * 0x9E3779B97F4A7C15L, 999)).isEqualTo(SeenIds.UNSEEN);
    }
}
