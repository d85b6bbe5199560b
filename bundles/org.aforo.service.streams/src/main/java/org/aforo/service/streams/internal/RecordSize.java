package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.aforo.api.endpoint.AwsError;

/**
 * How large a record may be, its data and its partition key together: what the stream was made or updated with. The
 * model allows the most data that any stream may take.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html">PutRecord</a>
 */
public final class RecordSize {

    /** No partition key has more bytes: 256 characters of three. */
    private static final int LONGEST_KEY = 768;

    private RecordSize() {
    }

    /**
     * Refuses a record that is too large.
     *
     * @param member where its data stands in the request
     */
    public static void check(NewRecord record, int most, String member) throws AwsError {
        if (exceeds(record.data(), record.partitionKey(), most)) {
            throw tooLong(member, most);
        }
    }

    /** The key's bytes are counted only where they may matter. */
    public static boolean exceeds(ByteBuffer data, String key, int most) {
        int left = most - data.remaining();
        return left < LONGEST_KEY && left < key.getBytes(StandardCharsets.UTF_8).length;
    }

    /** @param member where the record's data stands in the request */
    public static AwsError tooLong(String member, int most) {
        return Errors.validation(String.format(Locale.ROOT, "1 validation error detected: Value at '%s' failed to "
                + "satisfy constraint: Member must have length less than or equal to %d", member, most));
    }
}
