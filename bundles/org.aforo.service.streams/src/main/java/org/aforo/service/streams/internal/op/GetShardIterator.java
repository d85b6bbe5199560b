package org.aforo.service.streams.internal.op;

import java.time.Instant;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.Errors;
import org.aforo.service.streams.internal.SequenceNumber;
import org.aforo.service.streams.internal.Shard;
import org.aforo.service.streams.internal.ShardReader;
import org.aforo.service.streams.internal.StreamName;

/**
 * GetShardIterator.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetShardIterator.html">API reference</a>
 */
public record GetShardIterator(ShardReader reader) {

    public record Input(String streamName, String streamARN, String shardId, String shardIteratorType,
            String startingSequenceNumber, Instant timestamp) {
        public String resource() {
            return StreamName.shortName(streamName, streamARN);
        }
    }

    public record Output(String shardIterator) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        Shard shard = reader.shard(StreamName.of(in.streamName, in.streamARN, call), in.shardId);
        checkNumberGiven(in);
        long offset = offset(in, shard);
        if (!shard.limits().admitIterator()) {
            throw Errors.throttled(shard.id(), shard.stream().fullName());
        }
        return new Output(reader.iterator(shard, offset).toString());
    }

    private static void checkNumberGiven(Input in) throws AwsError {
        boolean wanted = in.shardIteratorType.endsWith("_SEQUENCE_NUMBER");
        if (wanted != (in.startingSequenceNumber != null)) {
            throw Errors.invalid("Must either specify (1) AT_SEQUENCE_NUMBER or AFTER_SEQUENCE_NUMBER and "
                    + "StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no StartingSequenceNumber. "
                    + "Request specified " + in.shardIteratorType
                    + (wanted ? " and no StartingSequenceNumber." : " and also a StartingSequenceNumber."));
        }
    }

    private long offset(Input in, Shard shard) throws AwsError {
        return switch (in.shardIteratorType) {
            case "TRIM_HORIZON" -> shard.first();
            case "LATEST" -> shard.next();
            case "AT_TIMESTAMP" -> at(in.timestamp, shard);
            case "AT_SEQUENCE_NUMBER" -> Math.min(number(in, shard).offset(), shard.next());
            default -> Math.min(number(in, shard).place(), shard.next());
        };
    }

    private long at(Instant timestamp, Shard shard) throws AwsError {
        if (timestamp == null) {
            throw Errors.invalid("Must specify timestampInMillis parameter for iterator of type AT_TIMESTAMP. "
                    + "Current request has no timestamp parameter.");
        }
        reader.checkPast(timestamp);
        return shard.at(timestamp.toEpochMilli());
    }

    private static SequenceNumber number(Input in, Shard shard) throws AwsError {
        SequenceNumber number = SequenceNumber.parse(in.startingSequenceNumber);
        String used = "StartingSequenceNumber " + in.startingSequenceNumber + " used in GetShardIterator on shard "
                + shard.id() + " in stream " + shard.stream().fullName().label() + " is invalid";
        if (number == null) {
            throw Errors.invalid(used + ".");
        }
        if (number.shard() != shard.meta().index()) {
            throw Errors.invalid("Invalid StartingSequenceNumber. It encodes " + number.shardId()
                    + ", while it was used in a call to a shard with " + shard.id());
        }
        if (number.created() != shard.createdSeconds()) {
            throw Errors.invalid(used + " because it did not come from this stream.");
        }
        return number;
    }
}
