package org.aforo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Put records at a steady rate, each with the moment in it at which it was due. */
final class Producers {

    private static final int RECORD_BYTES = 1023; // a multiple of three: no padding
    /** Digits of a moment; a multiple of three, so that they are the first characters of the Base64. */
    static final int DIGITS = 18;

    private Producers() {
    }

    /** Puts {@code perSecond} records a second for {@code seconds}, over some connections. */
    static void run(Target target, String stream, int connections, int perSecond, double seconds)
            throws IOException, InterruptedException {
        AtomicReference<IOException> broken = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < connections; i++) {
            long first = begun + (long) (1e9 * i / perSecond);
            threads.add(Thread.ofPlatform().name("producer-" + i).start(() -> {
                try {
                    put(target, stream, first, (long) (1e9 * connections / perSecond), begun + (long) (seconds * 1e9));
                } catch (IOException e) {
                    broken.set(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (broken.get() != null) {
            throw broken.get();
        }
    }

    private static void put(Target target, String stream, long first, long interval, long end) throws IOException {
        byte[] data = new byte[RECORD_BYTES];
        byte[] request = Requests.kinesis("PutRecord", "{\"StreamName\":\"" + stream
                + "\",\"PartitionKey\":\"k\",\"Data\":\"" + Base64.getEncoder().encodeToString(data) + "\"}");
        int at = request.length - "\"}".length() - RECORD_BYTES / 3 * 4;
        try (HttpConnection connection = new HttpConnection(target.port())) {
            for (long due = first; due < end; due += interval) {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                byte[] text = Base64.getEncoder()
                        .encode(String.format("%0" + DIGITS + "d", due).getBytes(StandardCharsets.US_ASCII));
                System.arraycopy(text, 0, request, at, text.length);
                connection.exchange(request, false);
            }
        }
    }
}
