package org.aforo.service.store.internal.disk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyOrderTest {

    @Test
    void isThatOfUtf8Bytes() {
        int[] letters = {'a', 'z', 0, 0x7f, 0xe9, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0x10000, 0x1f600, 0x10ffff};
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String a = word(random, letters);
            String b = word(random, letters);
            int expected = Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8),
                    b.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(KeyOrder.UTF8.compare(a, b))).isEqualTo(Integer.signum(expected));
        }
    }

    private static String word(Random random, int[] letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            word.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return word.toString();
    }
}
