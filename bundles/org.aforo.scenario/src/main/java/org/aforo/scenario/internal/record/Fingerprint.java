package org.aforo.scenario.internal.record;

/** A content's hash: two lanes of 64-bit FNV-1a over the bytes, mixed. */
public record Fingerprint(long high, long low) {

    public static Fingerprint of(byte[] data) {
        long a = 0xcbf29ce484222325L;
        long b = 0x9ae16a3b2f90404fL ^ data.length;
        for (byte each : data) {
            a = (a ^ each & 0xff) * 0x100000001b3L;
            b = Long.rotateLeft(b ^ each & 0xff, 23) * 0x9E3779B97F4A7C15L;
        }
        return new Fingerprint(a, b);
    }
}
