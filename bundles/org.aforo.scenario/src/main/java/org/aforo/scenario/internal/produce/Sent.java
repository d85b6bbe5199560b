package org.aforo.scenario.internal.produce;

import java.util.HashMap;
import java.util.Map;

/**
 * Notes which records were accepted: how many, and of each content how often. Contents are kept as
 * 128-bit hashes, so that millions of records fit into memory. Safe for many threads.
 */
public final class Sent {

    private final Map<Fingerprint, Integer> counts = new HashMap<>();
    private long records;
    private long bytes;

    public synchronized void add(byte[] data) {
        counts.merge(Fingerprint.of(data), 1, Integer::sum);
        records++;
        bytes += data.length;
    }

    public synchronized long records() {
        return records;
    }

    public synchronized long bytes() {
        return bytes;
    }

    /** How often each content was sent; a copy. */
    public synchronized Map<Fingerprint, Integer> counts() {
        return new HashMap<>(counts);
    }

    /** A content's hash: two lanes of 64-bit FNV-1a over the bytes, mixed. */
    public record Fingerprint(long high, long low) {
        public static Fingerprint of(byte[] data) {
            return of(data, 0, data.length);
        }

        public static Fingerprint of(byte[] data, int from, int to) {
            long a = 0xcbf29ce484222325L;
            long b = 0x9ae16a3b2f90404fL ^ to - from;
            for (int i = from; i < to; i++) {
                a = (a ^ data[i] & 0xff) * 0x100000001b3L;
                b = Long.rotateLeft(b ^ data[i] & 0xff, 23) * 0x9E3779B97F4A7C15L;
            }
            return new Fingerprint(a, b);
        }
    }

    @Override
    public String toString() {
        return records() + " records";
    }

}
