package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * What became of a record: the first two, or the other two.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecordsResultEntry.html">AWS</a>
 */
public record Outcome(String sequenceNumber, String shardId, String errorCode, String errorMessage) {

    static Outcome failed(AwsError error) {
        return new Outcome(null, null, error.code(), error.getMessage());
    }

    public boolean ok() {
        return errorCode == null;
    }

    /** Why it wasn't taken. */
    public AwsError error() {
        return new AwsError(errorCode, errorCode.equals("InternalFailure") ? 500 : 400, errorMessage);
    }
}
