package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Records that tell their key and their place among its records, and a ledger of those that were read: byte for byte
 * as put, and each key's in order. Any thread may note what it reads, but a key is read by one at a time.
 */
final class Numbered {

    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final AtomicLong repeats = new AtomicLong();

    /** Names of this many partition keys. */
    static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "key-" + i).toList();
    }

    /** What a key's record says; of a length that differs from one to the next. */
    static byte[] data(String key, int place) {
        return (key + " " + place + " " + "ñ".repeat(place % 40)).getBytes(StandardCharsets.UTF_8);
    }

    void read(String key, ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int place = Integer.parseInt(text.split(" ", 3)[1]);
        if (!text.equals(new String(data(key, place), StandardCharsets.UTF_8))) {
            wrong.add("under " + key + ": " + text);
        }
        keys.computeIfAbsent(key, k -> new Key()).note(key, place);
    }

    /** Whether each key has this many records. */
    boolean isComplete(int keyCount, int places) {
        return keys.size() == keyCount && keys.values().stream().allMatch(key -> key.next == places);
    }

    /** How many records were read that had been read before. */
    long repeats() {
        return repeats.get();
    }

    void assertAsPut(int keyCount, int places) {
        assertThat(wrong).isEmpty();
        assertThat(keys.keySet()).containsExactlyInAnyOrderElementsOf(keys(keyCount));
        assertThat(keys.values()).allMatch(key -> key.next == places);
    }

    private final class Key {
        private volatile int next;

        private synchronized void note(String key, int place) {
            if (place == next) {
                next = place + 1;
            } else if (place < next) {
                repeats.incrementAndGet();
            } else {
                wrong.add(key + ": " + place + " came where " + next + " was due");
            }
        }
    }
}
