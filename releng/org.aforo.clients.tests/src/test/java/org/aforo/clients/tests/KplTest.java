package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.kinesis.producer.KinesisProducer;
import software.amazon.kinesis.producer.KinesisProducerConfiguration;
import software.amazon.kinesis.producer.UserRecordResult;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/** The Kinesis Producer Library, whose native process talks HTTPS and packs many user records into a record. */
@Timeout(120)
class KplTest {

    private static final String STREAM = "produced";
    private static final int KEYS = 2_000;
    private static final int PLACES = 50;

    @TempDir
    private Path folder;

    private Product product;
    private KinesisClient kinesis;

    @BeforeEach
    void start() throws Exception {
        String os = System.getProperty("os.name") + "/" + System.getProperty("os.arch");
        assumeTrue(os.equals("Linux/amd64"), "the library's native process is run on Linux x86_64, not on " + os);
        product = Product.start("--data", folder.resolve("data").toString(), "--tls-port", "0", "--no-limits");
        kinesis = Clients.build(KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()),
                product.endpoint());
        kinesis.createStream(r -> r.streamName(STREAM).shardCount(4));
        Await.until(() -> "the stream is active", () -> kinesis.describeStreamSummary(r -> r.streamName(STREAM))
                .streamDescriptionSummary().streamStatus() == StreamStatus.ACTIVE);
    }

    @AfterEach
    void stop() throws Exception {
        if (product != null) {
            kinesis.close();
            product.close();
        }
    }

    @Test
    void aHundredThousandUserRecordsAreReadBackOnceAndInOrder() throws Exception {
        Set<String> acknowledged = produce();

        Numbered ledger = new Numbered();
        Set<String> found = new HashSet<>();
        int packed = 0;
        for (Shard shard : kinesis.listShards(r -> r.streamName(STREAM)).shards()) {
            List<KinesisClientRecord> records = read(shard);
            packed += records.size();
            for (KinesisClientRecord record : new AggregatorUtil().deaggregate(records,
                    shard.hashKeyRange().startingHashKey(), shard.hashKeyRange().endingHashKey())) {
                ledger.read(record.partitionKey(), record.data());
                found.add(shard.shardId() + " " + record.sequenceNumber());
            }
        }

        ledger.assertAsPut(KEYS, PLACES);
        assertThat(ledger.repeats()).isZero();
        assertThat(found).hasSize(packed).isEqualTo(acknowledged);
        assertThat(packed).isLessThan(KEYS * PLACES / 10);
    }

    /**
     * Puts all, and tells which records the library says they are in. Of records that are on their way together the
     * library doesn't keep the order, so a key's next one is put when its last has been acknowledged.
     */
    private Set<String> produce() throws Exception {
        KinesisProducer producer = new KinesisProducer(configuration(product.tlsEndpoint()));
        Set<String> acknowledged = new HashSet<>();
        for (int place = 0; place < PLACES; place++) {
            List<Future<UserRecordResult>> results = new ArrayList<>(KEYS);
            for (String key : Numbered.keys(KEYS)) {
                results.add(producer.addUserRecord(STREAM, key, ByteBuffer.wrap(Numbered.data(key, place))));
            }
            producer.flush();
            for (Future<UserRecordResult> future : results) {
                UserRecordResult result = future.get(60, TimeUnit.SECONDS);
                acknowledged.add(result.getShardId() + " " + result.getSequenceNumber());
            }
        }
        producer.destroy();
        return acknowledged;
    }

    private KinesisProducerConfiguration configuration(URI endpoint) {
        return new KinesisProducerConfiguration().setRegion("us-east-1").setCredentialsProvider(Clients.CREDENTIALS)
                .setKinesisEndpoint(endpoint.getHost()).setKinesisPort(endpoint.getPort())
                .setStsEndpoint(endpoint.getHost()).setStsPort(endpoint.getPort())
                .setCloudwatchEndpoint(endpoint.getHost()).setCloudwatchPort(endpoint.getPort())
                .setCaCertFile(folder.resolve("data/tls/certificate.pem").toString()).setMetricsLevel("none")
                .setRateLimit(1_000_000).setRecordTtl(120_000)
                .setTempDirectory(folder.resolve("native").toString());
    }

    private List<KinesisClientRecord> read(Shard shard) {
        List<KinesisClientRecord> records = new ArrayList<>();
        String iterator = kinesis.getShardIterator(r -> r.streamName(STREAM).shardId(shard.shardId())
                .shardIteratorType(ShardIteratorType.TRIM_HORIZON)).shardIterator();
        GetRecordsResponse page;
        do {
            String from = iterator;
            page = kinesis.getRecords(r -> r.shardIterator(from));
            page.records().stream().map(KinesisClientRecord::fromRecord).forEach(records::add);
            iterator = page.nextShardIterator();
        } while (page.millisBehindLatest() > 0);
        return records;
    }
}
