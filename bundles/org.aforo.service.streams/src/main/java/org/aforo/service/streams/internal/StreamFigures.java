package org.aforo.service.streams.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.meter.Tally;

/**
 * What a stream's operations measure, as CloudWatch tells it. Noting is wait-free.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/monitoring-with-cloudwatch.html">Stream-level metrics</a>
 */
public final class StreamFigures {

    private static final String BYTES = "Bytes";
    private static final String COUNT = "Count";

    /** A figure, with CloudWatch's name and unit. */
    enum Figure {
        INCOMING_BYTES("IncomingBytes", BYTES), INCOMING_RECORDS("IncomingRecords", COUNT),
        WRITES_THROTTLED("WriteProvisionedThroughputExceeded", COUNT),
        PUT_RECORD_BYTES("PutRecord.Bytes", BYTES), PUT_RECORD_SUCCESS("PutRecord.Success", COUNT),
        PUT_RECORDS_BYTES("PutRecords.Bytes", BYTES), PUT_RECORDS_SUCCESS("PutRecords.Success", COUNT),
        PUT_RECORDS_TOTAL("PutRecords.TotalRecords", COUNT),
        PUT_RECORDS_SUCCESSFUL("PutRecords.SuccessfulRecords", COUNT),
        PUT_RECORDS_FAILED("PutRecords.FailedRecords", COUNT),
        PUT_RECORDS_THROTTLED("PutRecords.ThrottledRecords", COUNT),
        GET_RECORDS_BYTES("GetRecords.Bytes", BYTES), GET_RECORDS_RECORDS("GetRecords.Records", COUNT),
        GET_RECORDS_SUCCESS("GetRecords.Success", COUNT),
        ITERATOR_AGE("GetRecords.IteratorAgeMilliseconds", "Milliseconds"),
        READS_THROTTLED("ReadProvisionedThroughputExceeded", COUNT);

        final String metric;
        final String unit;

        Figure(String metric, String unit) {
            this.metric = metric;
            this.unit = unit;
        }
    }

    /** The operation that puts records. */
    public enum Put {
        PUT_RECORD, PUT_RECORDS,
        /** Another service's records. */
        SINK
    }

    private final Map<Figure, Tally> tallies = new EnumMap<>(Figure.class);

    StreamFigures() {
        List.of(Figure.values()).forEach(figure -> tallies.put(figure, new Tally()));
    }

    Map<Figure, Tally> tallies() {
        return tallies;
    }

    private void note(Figure figure, long value) {
        tallies.get(figure).add(value);
    }

    /**
     * Notes one operation that put records.
     *
     * @param total  records of the request
     * @param stored how many of them were stored
     * @param bytes  of those
     */
    void put(Put by, long total, long stored, long bytes, long throttled, long failed) {
        note(Figure.INCOMING_BYTES, bytes);
        note(Figure.INCOMING_RECORDS, stored);
        note(Figure.WRITES_THROTTLED, throttled);
        switch (by) {
            case PUT_RECORD -> {
                note(Figure.PUT_RECORD_BYTES, bytes);
                note(Figure.PUT_RECORD_SUCCESS, stored);
            }
            case PUT_RECORDS -> {
                note(Figure.PUT_RECORDS_BYTES, bytes);
                note(Figure.PUT_RECORDS_SUCCESS, Math.min(1, stored));
                note(Figure.PUT_RECORDS_TOTAL, total);
                note(Figure.PUT_RECORDS_SUCCESSFUL, stored);
                note(Figure.PUT_RECORDS_THROTTLED, throttled);
                note(Figure.PUT_RECORDS_FAILED, failed);
            }
            case SINK -> {
                // Not a client's operation.
            }
        }
    }

    /** Notes a GetRecords that was answered. */
    void read(long records, long bytes, long millisBehind) {
        note(Figure.GET_RECORDS_SUCCESS, 1);
        note(Figure.READS_THROTTLED, 0);
        note(Figure.GET_RECORDS_RECORDS, records);
        note(Figure.GET_RECORDS_BYTES, bytes);
        note(Figure.ITERATOR_AGE, millisBehind);
    }

    /** Notes a GetRecords that was throttled. */
    void readThrottled() {
        note(Figure.GET_RECORDS_SUCCESS, 0);
        note(Figure.READS_THROTTLED, 1);
    }
}
