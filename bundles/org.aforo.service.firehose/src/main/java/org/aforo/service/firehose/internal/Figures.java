package org.aforo.service.firehose.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.meter.Tally;

/**
 * What a delivery stream measures, as CloudWatch tells it. Noting is wait-free.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/cloudwatch-metrics.html">Metrics of Firehose</a>
 */
final class Figures {

    private static final String BYTES = "Bytes";
    private static final String COUNT = "Count";

    /** A figure, with CloudWatch's name and unit. */
    enum Figure {
        INCOMING_BYTES("IncomingBytes", BYTES), INCOMING_RECORDS("IncomingRecords", COUNT),
        PUT_REQUESTS("IncomingPutRequests", COUNT),
        PUT_RECORD_BYTES("PutRecord.Bytes", BYTES), PUT_RECORD_REQUESTS("PutRecord.Requests", COUNT),
        BATCH_BYTES("PutRecordBatch.Bytes", BYTES), BATCH_RECORDS("PutRecordBatch.Records", COUNT),
        BATCH_REQUESTS("PutRecordBatch.Requests", COUNT),
        READ_BYTES("DataReadFromKinesisStream.Bytes", BYTES), READ_RECORDS("DataReadFromKinesisStream.Records", COUNT),
        DELIVERED_BYTES("DeliveryToS3.Bytes", BYTES), DELIVERED_RECORDS("DeliveryToS3.Records", COUNT),
        DELIVERED_OBJECTS("DeliveryToS3.ObjectCount", COUNT), DELIVERY_SUCCESS("DeliveryToS3.Success", COUNT);

        final String metric;
        final String unit;

        Figure(String metric, String unit) {
            this.metric = metric;
            this.unit = unit;
        }
    }

    private final Map<Figure, Tally> tallies = new EnumMap<>(Figure.class);

    Figures() {
        List.of(Figure.values()).forEach(figure -> tallies.put(figure, new Tally()));
    }

    Map<Figure, Tally> tallies() {
        return tallies;
    }

    private void note(Figure figure, long value) {
        tallies.get(figure).add(value);
    }

    /** Notes what came in, whichever way. */
    void came(long records, long bytes) {
        note(Figure.INCOMING_RECORDS, records);
        note(Figure.INCOMING_BYTES, bytes);
    }

    /** Notes a PutRecord that was stored. */
    void put(long bytes) {
        note(Figure.PUT_REQUESTS, 1);
        note(Figure.PUT_RECORD_REQUESTS, 1);
        note(Figure.PUT_RECORD_BYTES, bytes);
    }

    /** Notes a PutRecordBatch of which something was stored. */
    void putBatch(long records, long bytes) {
        note(Figure.PUT_REQUESTS, 1);
        note(Figure.BATCH_REQUESTS, 1);
        note(Figure.BATCH_RECORDS, records);
        note(Figure.BATCH_BYTES, bytes);
    }

    /** Notes what was read of the source. */
    void read(long records, long bytes) {
        note(Figure.READ_RECORDS, records);
        note(Figure.READ_BYTES, bytes);
    }

    /** Notes an object that was delivered. */
    void delivered(long records, long bytes) {
        note(Figure.DELIVERY_SUCCESS, 1);
        note(Figure.DELIVERED_OBJECTS, 1);
        note(Figure.DELIVERED_RECORDS, records);
        note(Figure.DELIVERED_BYTES, bytes);
    }

    /** Notes an object that could not be delivered. */
    void failed() {
        note(Figure.DELIVERY_SUCCESS, 0);
    }
}
