package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.util.Locale;

import org.aforo.api.endpoint.AwsError;

/**
 * How large a record's data may be: what the stream was made or updated with. The model allows the most that any
 * stream may take.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/large-records.html">Large records</a>
 */
public final class RecordSize {

    private RecordSize() {
    }

    /**
     * Refuses data that is too large.
     *
     * @param member where it stands in the request
     */
    public static void check(Stream stream, ByteBuffer data, String member) throws AwsError {
        int most = stream.meta().settings().maxRecordBytes();
        if (data.remaining() > most) {
            throw tooLong(member, most);
        }
    }

    static AwsError tooLong(String member, int most) {
        return Errors.validation(String.format(Locale.ROOT, "1 validation error detected: Value at '%s' failed to "
                + "satisfy constraint: Member must have length less than or equal to %d", member, most));
    }
}
