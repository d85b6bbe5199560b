package org.aforo.service.firehose.internal;

import java.util.ArrayList;
import java.util.List;

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
    record Figure(String metric, String unit, Tally tally) {
    }

    private final List<Figure> all = new ArrayList<>();
    private final Tally incomingBytes = figure("IncomingBytes", BYTES);
    private final Tally incomingRecords = figure("IncomingRecords", COUNT);
    private final Tally putRequests = figure("IncomingPutRequests", COUNT);
    private final Tally putRecordBytes = figure("PutRecord.Bytes", BYTES);
    private final Tally putRecordRequests = figure("PutRecord.Requests", COUNT);
    private final Tally batchBytes = figure("PutRecordBatch.Bytes", BYTES);
    private final Tally batchRecords = figure("PutRecordBatch.Records", COUNT);
    private final Tally batchRequests = figure("PutRecordBatch.Requests", COUNT);
    private final Tally readBytes = figure("DataReadFromKinesisStream.Bytes", BYTES);
    private final Tally readRecords = figure("DataReadFromKinesisStream.Records", COUNT);
    private final Tally deliveredBytes = figure("DeliveryToS3.Bytes", BYTES);
    private final Tally deliveredRecords = figure("DeliveryToS3.Records", COUNT);
    private final Tally deliveredObjects = figure("DeliveryToS3.ObjectCount", COUNT);
    private final Tally deliverySuccess = figure("DeliveryToS3.Success", COUNT);

    private Tally figure(String metric, String unit) {
        Tally tally = new Tally();
        all.add(new Figure(metric, unit, tally));
        return tally;
    }

    List<Figure> all() {
        return all;
    }

    /** Notes what came in, whichever way. */
    void came(long records, long bytes) {
        incomingRecords.add(records);
        incomingBytes.add(bytes);
    }

    /** Notes a PutRecord that was stored. */
    void put(long bytes) {
        putRequests.add(1);
        putRecordRequests.add(1);
        putRecordBytes.add(bytes);
    }

    /** Notes a PutRecordBatch of which something was stored. */
    void putBatch(long records, long bytes) {
        putRequests.add(1);
        batchRequests.add(1);
        batchRecords.add(records);
        batchBytes.add(bytes);
    }

    /** Notes what was read of the source. */
    void read(long records, long bytes) {
        readRecords.add(records);
        readBytes.add(bytes);
    }

    /** Notes an object that was delivered. */
    void delivered(long records, long bytes) {
        deliverySuccess.add(1);
        deliveredObjects.add(1);
        deliveredRecords.add(records);
        deliveredBytes.add(bytes);
    }

    /** Notes an object that could not be delivered. */
    void failed() {
        deliverySuccess.add(0);
    }
}
