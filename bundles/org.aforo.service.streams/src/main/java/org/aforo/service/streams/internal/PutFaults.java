package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Faults;

/**
 * Failures on purpose of a put, once it is known which shards its records go to.
 *
 * @param by the operation
 */
record PutFaults(Faults faults, Stream stream, StreamFigures.Put by) {

    private static final String SERVICE = "kinesis";
    private static final String BATCH = "PutRecords";

    private boolean batch() {
        return by == StreamFigures.Put.PUT_RECORDS;
    }

    /** The error that a record is to fail with, or null. */
    AwsError entry(Shard shard) {
        return batch() ? faults.entry(SERVICE, BATCH, shard.resource()) : null;
    }

    /**
     * Holds a shard's share up, or gives the error that all of it is to fail with, or null.
     *
     * @throws AwsError where there is but one record
     */
    AwsError gate(Shard shard) throws AwsError, InterruptedException {
        try {
            faults.gatePart(SERVICE, batch() ? BATCH : "PutRecord", shard.resource(), stream.name(),
                    Errors.throttled(shard.id(), stream.fullName()));
            return null;
        } catch (AwsError e) {
            if (!batch()) {
                throw e;
            }
            return e;
        }
    }

    /** Tells of some records that were stored that they failed; gives how many. */
    int lose(Outcome[] outcomes) {
        int lost = 0;
        for (int i = 0; batch() && i < outcomes.length; i++) {
            AwsError error = outcomes[i].ok()
                    ? faults.entryAnswer(SERVICE, BATCH, ShardMeta.resource(stream.name(), outcomes[i].shardId()))
                    : null;
            if (error != null) {
                outcomes[i] = Outcome.failed(error);
                lost++;
            }
        }
        return lost;
    }
}
