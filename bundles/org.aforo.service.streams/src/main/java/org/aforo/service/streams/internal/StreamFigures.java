package org.aforo.service.streams.internal;

import java.util.ArrayList;
import java.util.List;

import org.aforo.api.meter.Tally;

/**
 * What a stream's operations measure, as CloudWatch tells it. Noting is wait-free.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html">Stream-level metrics</a>
 */
public final class StreamFigures {

    private static final String BYTES = "Bytes";
    private static final String COUNT = "Count";
    private static final String MILLIS = "Milliseconds";
    private static final long NANOS = 1_000_000;

    /** A figure, with CloudWatch's name and unit. */
    record Figure(String metric, String unit, Tally tally) {
    }

    /** The operation that puts records. */
    public enum Put {
        PUT_RECORD, PUT_RECORDS,
        /** Another service's records. */
        SINK
    }

    private final List<Figure> all = new ArrayList<>();
    private final Tally incomingBytes = figure("IncomingBytes", BYTES);
    private final Tally incomingRecords = figure("IncomingRecords", COUNT);
    private final Tally writesThrottled = figure("WriteProvisionedThroughputExceeded", COUNT);
    private final Tally putRecordBytes = figure("PutRecord.Bytes", BYTES);
    private final Tally putRecordLatency = figure("PutRecord.Latency", MILLIS);
    private final Tally putRecordSuccess = figure("PutRecord.Success", COUNT);
    private final Tally putRecordsBytes = figure("PutRecords.Bytes", BYTES);
    private final Tally putRecordsLatency = figure("PutRecords.Latency", MILLIS);
    private final Tally putRecordsSuccess = figure("PutRecords.Success", COUNT);
    private final Tally putRecordsTotal = figure("PutRecords.TotalRecords", COUNT);
    private final Tally putRecordsSuccessful = figure("PutRecords.SuccessfulRecords", COUNT);
    private final Tally putRecordsFailed = figure("PutRecords.FailedRecords", COUNT);
    private final Tally putRecordsThrottled = figure("PutRecords.ThrottledRecords", COUNT);
    private final Tally getRecordsBytes = figure("GetRecords.Bytes", BYTES);
    private final Tally getRecordsLatency = figure("GetRecords.Latency", MILLIS);
    private final Tally getRecordsRecords = figure("GetRecords.Records", COUNT);
    private final Tally getRecordsSuccess = figure("GetRecords.Success", COUNT);
    private final Tally iteratorAge = figure("GetRecords.IteratorAgeMilliseconds", MILLIS);
    private final Tally readsThrottled = figure("ReadProvisionedThroughputExceeded", COUNT);

    private Tally figure(String metric, String unit) {
        Tally tally = new Tally();
        all.add(new Figure(metric, unit, tally));
        return tally;
    }

    List<Figure> all() {
        return all;
    }

    /**
     * Notes one operation that put records.
     *
     * @param total  records of the request
     * @param stored how many of them were stored
     * @param bytes  of those
     */
    void put(Put by, long total, long stored, long bytes, long throttled, long failed) {
        incomingBytes.add(bytes);
        incomingRecords.add(stored);
        writesThrottled.add(throttled);
        switch (by) {
            case PUT_RECORD -> {
                putRecordBytes.add(bytes);
                putRecordSuccess.add(stored);
            }
            case PUT_RECORDS -> {
                putRecordsBytes.add(bytes);
                putRecordsSuccess.add(Math.min(1, stored));
                putRecordsTotal.add(total);
                putRecordsSuccessful.add(stored);
                putRecordsThrottled.add(throttled);
                putRecordsFailed.add(failed);
            }
            case SINK -> {
                // Not a client's operation.
            }
        }
    }

    /** Notes how long an operation that put records took. */
    void took(Put by, long nanos) {
        switch (by) {
            case PUT_RECORD -> putRecordLatency.add(nanos / NANOS);
            case PUT_RECORDS -> putRecordsLatency.add(nanos / NANOS);
            case SINK -> {
                // Not a client's operation.
            }
        }
    }

    /**
     * Notes a GetRecords that was answered.
     *
     * @param nanos how long it took
     */
    void read(long records, long bytes, long millisBehind, long nanos) {
        getRecordsLatency.add(nanos / NANOS);
        getRecordsSuccess.add(1);
        readsThrottled.add(0);
        getRecordsRecords.add(records);
        getRecordsBytes.add(bytes);
        iteratorAge.add(millisBehind);
    }

    /** Notes a GetRecords that was throttled. */
    void readThrottled() {
        getRecordsSuccess.add(0);
        readsThrottled.add(1);
    }
}
