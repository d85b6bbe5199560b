package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Which deduplication ids a FIFO queue has seen lately. Of each a hash is kept. For one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html">
 *      Exactly-once processing</a>
 */
final class Deduplication {

    static final long UNSEEN = -1;

    private final Map<Key, Long> seen = new HashMap<>();
    private final Deque<Seen> bySeen = new ArrayDeque<>();
    private final MessageDigest sha256;

    /** The first half of a SHA-256. */
    private record Key(long high, long low) {
    }

    private record Seen(Key key, long number, long until) {
    }

    Deduplication() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The deduplication id that a body stands for. */
    String idOf(String body) {
        return HexFormat.of().formatHex(sha256.digest(body.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The number of the message that had an id.
     *
     * @param scope the message group, or an empty text where ids are the whole queue's
     * @param now   milliseconds since the epoch
     * @return {@link #UNSEEN} when none had it lately
     */
    long find(String scope, String id, long now) {
        for (Seen oldest = bySeen.peek(); oldest != null && oldest.until <= now; oldest = bySeen.peek()) {
            bySeen.poll();
            seen.remove(oldest.key, oldest.number);
        }
        return seen.getOrDefault(key(scope, id), UNSEEN);
    }

    /** @param until milliseconds since the epoch; not before that of the one before */
    void note(String scope, String id, long number, long until) {
        Key key = key(scope, id);
        seen.put(key, number);
        bySeen.add(new Seen(key, number, until));
    }

    private Key key(String scope, String id) {
        sha256.update(scope.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
        return new Key(hash.getLong(), hash.getLong());
    }
}
