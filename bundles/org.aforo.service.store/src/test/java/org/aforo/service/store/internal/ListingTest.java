package org.aforo.service.store.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

import org.aforo.service.store.internal.disk.KeyOrder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListingTest {

    private static final String[] PIECES = {"a", "b", "/", "//", "-", "ñ", "\uFFFD", "\uDBFF\uDFFF", "ab/"};
    private static final String[] DELIMITERS = {null, "/", "a", "//", "-b"};

    @Test
    void pagesTogetherAreWhatAPlainScanFinds() {
        Random random = new Random(99);
        for (int round = 0; round < 2_000; round++) {
            // Given
            NavigableMap<String, Integer> keys = new TreeMap<>(KeyOrder.UTF8);
            for (int i = random.nextInt(40); i >= 0; i--) {
                keys.put(word(random, 6), i);
            }
            String prefix = random.nextBoolean() ? "" : word(random, 2);
            String delimiter = DELIMITERS[random.nextInt(DELIMITERS.length)];
            String after = random.nextInt(3) > 0 ? "" : word(random, 3);
            int most = 1 + random.nextInt(5);
            // When
            List<String> paged = new ArrayList<>();
            String from = after;
            Listing<Integer> page;
            do {
                page = Listing.of(keys, prefix, delimiter, from, most);
                List<String> names = new ArrayList<>(page.entries().stream().map(Map.Entry::getKey).toList());
                names.addAll(page.prefixes());
                assertThat(names).hasSizeLessThanOrEqualTo(most);
                names.sort(KeyOrder.UTF8);
                paged.addAll(names);
                from = page.last();
            } while (page.truncated());
            // Then
            assertThat(paged).as("%s prefix %s delimiter %s after %s", keys.keySet(), prefix, delimiter, after)
                    .containsExactlyElementsOf(scan(keys, prefix, delimiter, after));
        }
    }

    @Test
    void noKeysAreListedWhenNoneAreWanted() {
        NavigableMap<String, Integer> keys = new TreeMap<>(KeyOrder.UTF8);
        keys.put("a", 1);
        Listing<Integer> page = Listing.of(keys, "", null, "", 0);
        assertThat(page.entries()).isEmpty();
        assertThat(page.truncated()).isFalse();
    }

    private static Iterable<String> scan(NavigableMap<String, Integer> keys, String prefix, String delimiter,
            String after) {
        LinkedHashSet<String> found = new LinkedHashSet<>();
        for (String key : keys.keySet()) {
            if (key.startsWith(prefix)) {
                int at = delimiter == null ? -1 : key.indexOf(delimiter, prefix.length());
                String name = at < 0 ? key : key.substring(0, at + delimiter.length());
                if (KeyOrder.UTF8.compare(name, after) > 0 || after.isEmpty()) {
                    found.add(name);
                }
            }
        }
        List<String> sorted = new ArrayList<>(found);
        sorted.sort(KeyOrder.UTF8);
        return sorted;
    }

    private static String word(Random random, int most) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            word.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return word.toString();
    }
}
