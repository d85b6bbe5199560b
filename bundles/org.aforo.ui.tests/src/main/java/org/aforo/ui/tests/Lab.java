package org.aforo.ui.tests;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Control;

import tools.jackson.databind.node.ObjectNode;

/** The course's lab on a bench: a bucket, a stream, two delivery streams, and stock quotes flowing. Blocks. */
public final class Lab {

    private static final String PREFIX = "arn:aws:";
    private static final String STREAM = PREFIX + "kinesis:us-east-1:000000000000:stream/cotizaciones";
    private static final String DIRECT = PREFIX + "firehose:us-east-1:000000000000:deliverystream/kinesis1";

    private final Control control;

    public Lab(BenchConnection bench) {
        control = bench.control();
    }

    /** Makes what the lab's steps 4 to 13 make. */
    public void build() throws BenchException {
        control.call("s3", "CreateBucket", Control.object().put("Bucket", "bolsa"));
        control.call("kinesis", "CreateStream",
                Control.object().put("StreamName", "cotizaciones").put("ShardCount", 2));
        delivery("kinesis1", "DirectPut", "datos/");
        delivery("kinesis2", "KinesisStreamAsSource", "python/");
    }

    /** Steps 16 and 17: demo data into the delivery stream and into the stream. */
    public void flow(double rate) throws BenchException {
        control.post("/producers", Control.object().put("arn", DIRECT).put("rate", rate));
        control.post("/producers", Control.object().put("arn", STREAM).put("rate", rate / 2).put("keys", 40));
    }

    /** How many bench seconds pass in a real one. */
    public void clock(double scale) throws BenchException {
        control.put("/clock", Control.object().put("scale", scale));
    }

    private void delivery(String name, String type, String prefix) throws BenchException {
        ObjectNode input = Control.object().put("DeliveryStreamName", name).put("DeliveryStreamType", type);
        if (type.equals("KinesisStreamAsSource")) {
            input.putObject("KinesisStreamSourceConfiguration").put("KinesisStreamARN", STREAM)
                    .put("RoleARN", PREFIX + "iam::000000000000:role/LabRole");
        }
        ObjectNode destination = input.putObject("ExtendedS3DestinationConfiguration");
        destination.put("RoleARN", PREFIX + "iam::000000000000:role/LabRole").put("BucketARN", PREFIX + "s3:::bolsa")
                .put("Prefix", prefix).put("ErrorOutputPrefix", "errores/");
        destination.putObject("BufferingHints").put("SizeInMBs", 1).put("IntervalInSeconds", 60);
        control.call("firehose", "CreateDeliveryStream", input);
    }
}
