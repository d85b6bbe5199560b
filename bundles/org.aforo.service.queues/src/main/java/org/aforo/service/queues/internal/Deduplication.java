package org.aforo.service.queues.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which deduplication ids a FIFO queue has seen lately. Of each a hash is kept. For one thread at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-exactly-once-processing.html">
 *      Exactly-once processing</a>
 */
final class Deduplication {

    static final long UNSEEN = SeenIds.UNSEEN;

    private final SeenIds seen = new SeenIds();
    private final MessageDigest sha256;

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
        seen.forget(now);
        ByteBuffer hash = hash(scope, id);
        return seen.find(hash.getLong(), hash.getLong());
    }

    /** @param until milliseconds since the epoch; not before that of the one before */
    void note(String scope, String id, long number, long until) {
        ByteBuffer hash = hash(scope, id);
        seen.add(hash.getLong(), hash.getLong(), number, until);
    }

    /** A SHA-256, of which the first half counts. */
    private ByteBuffer hash(String scope, String id) {
        sha256.update(scope.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        return ByteBuffer.wrap(sha256.digest(id.getBytes(StandardCharsets.UTF_8)));
    }
}
