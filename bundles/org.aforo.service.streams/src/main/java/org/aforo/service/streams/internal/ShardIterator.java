package org.aforo.service.streams.internal;

import java.time.Instant;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;

/**
 * A place in a shard to read on from, good for five minutes.
 *
 * @param created the stream's, in milliseconds: another stream of the same name doesn't take it
 * @param shard   the shard's index
 * @param offset  in the shard's log
 * @param issued  when it was given out, in milliseconds
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html">GetShardIterator</a>
 */
public record ShardIterator(StreamName stream, long created, int shard, long offset, long issued) {

    private static final int FIELDS = 7;

    /** Opens a token. */
    public static ShardIterator parse(String token) throws AwsError {
        String[] fields = Token.open(token, FIELDS);
        if (fields == null) {
            throw Errors.invalidIterator();
        }
        try {
            return new ShardIterator(new StreamName(fields[0], fields[1], fields[2]), Long.parseLong(fields[3]),
                    Integer.parseInt(fields[4]), Long.parseLong(fields[5]), Long.parseLong(fields[6]));
        } catch (NumberFormatException e) {
            throw Errors.invalidIterator();
        }
    }

    /** The shard that a token is about, for faults by resource; null if it isn't a token. */
    public static String resourceOf(String token) {
        String[] fields = token == null ? null : Token.open(token, FIELDS);
        return fields == null ? null : ShardMeta.resource(fields[2], fields[4]);
    }

    /** Refuses one of another stream than the one that is named beside it. */
    public void checkStream(String streamARN) throws AwsError {
        if (!StreamName.of(Arn.parse(streamARN)).equals(stream)) {
            throw Errors.invalid("StreamARN " + streamARN + " does not match the stream of the ShardIterator.");
        }
    }

    /** Refuses one that has been kept too long. */
    void checkAge(long now) throws AwsError {
        if (now - issued > Limits.TOKEN_MILLIS) {
            throw Errors.expiredIterator(Instant.ofEpochMilli(issued), Instant.ofEpochMilli(now), Limits.TOKEN_MILLIS);
        }
    }

    /** The token. */
    @Override
    public String toString() {
        return Token.seal(stream.account(), stream.region(), stream.name(), created, shard, offset, issued);
    }
}
