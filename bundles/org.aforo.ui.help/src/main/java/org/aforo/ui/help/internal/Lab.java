package org.aforo.ui.help.internal;

import java.util.Comparator;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Firehose lab on one bench, by its control API; every method but the look-ups blocks. */
final class Lab {

    static final String STREAM = "kinesis1";
    static final String BUCKET = "bolsa";
    private static final String ROLE = "arn:aws:iam::000000000000:role/LabRole";
    private static final double QUOTES_PER_SECOND = 50;
    private static final int A_MINUTE = 60;
    private static final int TRIES = 50;
    private static final long LOOK_MILLIS = 100;

    private final BenchConnection bench;

    Lab(BenchConnection bench) {
        this.bench = bench;
    }

    /** The bench of this workbench, else the first that answers. */
    static Optional<Lab> find() {
        return Connections.shared().all().stream().filter(open -> open.state() == BenchConnection.State.LIVE)
                .min(Comparator.comparing(open -> !open.embedded())).map(Lab::new);
    }

    BenchConnection bench() {
        return bench;
    }

    /** The delivery stream: the lab's, or the first where the user gave another name. */
    Optional<LiveResource> stream() {
        return find("delivery-stream", STREAM);
    }

    /** The bucket that the delivery stream fills, else the lab's, else the first. */
    Optional<LiveResource> bucket() {
        return stream().flatMap(stream -> stream.state().links().stream().map(ResourceState.Link::to)
                .map(bench::resource).flatMap(Optional::stream).filter(Lab::isBucket).findFirst())
                .or(() -> find("bucket", BUCKET));
    }

    private static boolean isBucket(LiveResource resource) {
        return resource.state().kind().equals("bucket");
    }

    private Optional<LiveResource> find(String kind, String name) {
        return bench.resources().stream().filter(resource -> resource.state().kind().equals(kind))
                .min(Comparator.comparing(resource -> !resource.state().name().equals(name)));
    }

    /** Makes the bucket, unless it is there. */
    void createBucket() throws BenchException {
        ensure("s3", "CreateBucket", Control.object().put("Bucket", BUCKET));
    }

    /** Makes the delivery stream with what the lab chooses in its steps, unless it is there. */
    void createStream() throws BenchException {
        createBucket();
        ObjectNode input = Control.object().put("DeliveryStreamName", STREAM).put("DeliveryStreamType", "DirectPut");
        ObjectNode s3 = input.putObject("ExtendedS3DestinationConfiguration").put("RoleARN", ROLE)
                .put("BucketARN", "arn:aws:s3:::" + BUCKET).put("Prefix", "datos/").put("ErrorOutputPrefix", "errores/")
                .put("CompressionFormat", "UNCOMPRESSED");
        s3.putObject("BufferingHints").put("SizeInMBs", 1).put("IntervalInSeconds", A_MINUTE);
        s3.putObject("CloudWatchLoggingOptions").put("Enabled", true)
                .put("LogGroupName", "/aws/kinesisfirehose/" + STREAM).put("LogStreamName", "DestinationDelivery");
        input.putArray("Tags").addObject().put("Key", "desarrollo_kinesis").put("Value", BUCKET);
        ensure("firehose", "CreateDeliveryStream", input);
    }

    private void ensure(String service, String operation, ObjectNode input) throws BenchException {
        try {
            bench.control().call(service, operation, input);
        } catch (BenchException e) {
            if (!e.code().equals("ResourceInUseException") && !e.code().equals("BucketAlreadyOwnedByYou")) {
                throw e;
            }
        }
    }

    /** Starts stock quotes into the delivery stream, unless they flow; waits a while for it to be active. */
    void start() throws BenchException, InterruptedException {
        LiveResource stream = needStream();
        for (int i = 0; i < TRIES && !stream.state().state().equals("ACTIVE"); i++) {
            Thread.sleep(LOOK_MILLIS);
        }
        String arn = stream.arn();
        for (JsonNode producer : bench.control().get("/producers").path("producers")) {
            if (producer.path("arn").asString("").equals(arn) && producer.path("running").asBoolean(false)) {
                return;
            }
        }
        bench.control().post("/producers", Control.object().put("arn", arn).put("rate", QUOTES_PER_SECOND)
                .put("payload", "ticker"));
    }

    /** Stops all demo data that goes into the delivery stream. */
    void stop() throws BenchException {
        String arn = needStream().arn();
        for (JsonNode producer : bench.control().get("/producers").path("producers")) {
            if (producer.path("arn").asString("").equals(arn)) {
                bench.control().delete("/producers/" + Control.encode(producer.path("id").asString("")));
            }
        }
    }

    /** Moves the bench's clock on by a minute: what is due meanwhile happens before this returns. */
    void minute() throws BenchException {
        bench.control().post("/clock/advance", Control.object().put("seconds", A_MINUTE));
    }

    /** The objects of the bucket whose keys begin so. */
    Answer objects(String prefix) throws BenchException {
        String bucket = needBucket().state().name();
        JsonNode answer = bench.control().call("s3", "ListObjectsV2",
                Control.object().put("Bucket", bucket).put("Prefix", prefix));
        return Answer.objects("s3://" + bucket + "/" + prefix, answer);
    }

    /** The delivery stream's tags. */
    Answer tags() throws BenchException {
        String name = needStream().state().name();
        return Answer.tags(name, bench.control().call("firehose", "ListTagsForDeliveryStream",
                Control.object().put("DeliveryStreamName", name)));
    }

    /** The average price by sector of what landed. */
    Answer sql() throws BenchException {
        String query = "SELECT SECTOR, count(*) AS quotes, round(avg(PRICE), 2) AS price FROM 's3://"
                + needBucket().state().name() + "/datos/**' GROUP BY SECTOR ORDER BY SECTOR";
        return Answer.rows(query, bench.control().post("/sql", Control.object().put("query", query)));
    }

    private LiveResource needStream() throws BenchException {
        return stream().orElseThrow(() -> new BenchException(0, "NoStream", Messages.no_stream));
    }

    private LiveResource needBucket() throws BenchException {
        return bucket().orElseThrow(() -> new BenchException(0, "NoBucket", Messages.no_bucket));
    }
}
