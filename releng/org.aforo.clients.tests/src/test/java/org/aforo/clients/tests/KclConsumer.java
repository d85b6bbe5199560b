package org.aforo.clients.tests;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.KinesisClientUtil;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.exceptions.InvalidStateException;
import software.amazon.kinesis.exceptions.ShutdownException;
import software.amazon.kinesis.lifecycle.events.InitializationInput;
import software.amazon.kinesis.lifecycle.events.LeaseLostInput;
import software.amazon.kinesis.lifecycle.events.ProcessRecordsInput;
import software.amazon.kinesis.lifecycle.events.ShardEndedInput;
import software.amazon.kinesis.lifecycle.events.ShutdownRequestedInput;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.RecordProcessorCheckpointer;
import software.amazon.kinesis.processor.ShardRecordProcessor;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.RetrievalSpecificConfig;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/** A worker of the Kinesis Client Library that reads a stream from its beginning into a ledger. */
final class KclConsumer implements AutoCloseable {

    /** How the library gets its records. */
    enum Retrieval {
        POLLING, FAN_OUT
    }

    private final Retrieval retrieval;
    private final Numbered ledger = new Numbered();
    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private final AtomicInteger leasesLost = new AtomicInteger();
    private final KinesisAsyncClient kinesis;
    private final CloudWatchAsyncClient unused;
    private final Scheduler scheduler;
    private final Thread thread;

    KclConsumer(URI endpoint, DynamoDbAsyncClient leases, String stream, Retrieval retrieval) {
        this.retrieval = retrieval;
        kinesis = KinesisClientUtil.createKinesisAsyncClient(KinesisAsyncClient.builder().endpointOverride(endpoint)
                .region(Region.US_EAST_1).credentialsProvider(Clients.CREDENTIALS));
        unused = Clients.build(CloudWatchAsyncClient.builder(), endpoint);
        scheduler = scheduler(leases, stream, retrieval, stream + "-" + retrieval);
        thread = Thread.ofPlatform().name("kcl").start(scheduler);
    }

    Numbered ledger() {
        return ledger;
    }

    /** The shards that records were read from. */
    Set<String> shardsRead() {
        return read;
    }

    /** The shards that were read to their end. */
    Set<String> shardsEnded() {
        return ended;
    }

    int leasesLost() {
        return leasesLost.get();
    }

    @Override
    public String toString() {
        return retrieval + ", from " + read + ", to the end of " + ended;
    }

    @Override
    public void close() throws InterruptedException {
        scheduler.shutdown();
        thread.join(Duration.ofSeconds(30));
        kinesis.close();
        unused.close();
    }

    /** The library's own settings but for its intervals, which are made for streams that reshard once a day. */
    private Scheduler scheduler(DynamoDbAsyncClient leases, String stream, Retrieval retrieval,
            String application) {
        var start = InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON);
        ConfigsBuilder configs = new ConfigsBuilder(new SingleStreamTracker(stream, start), application, kinesis,
                leases, unused, "worker", Reader::new);
        var leaseManagement = configs.leaseManagementConfig().leaseAssignmentIntervalMillis(300L)
                .shardSyncIntervalMillis(1_000);
        leaseManagement.workerUtilizationAwareAssignmentConfig().workerMetricsReporterFreqInMillis(2_000)
                .inMemoryWorkerMetricsCaptureFrequencyMillis(500);
        return new Scheduler(configs.checkpointConfig(),
                configs.coordinatorConfig().parentShardPollIntervalMillis(200)
                        .shardConsumerDispatchPollIntervalMillis(100).schedulerInitializationBackoffTimeMillis(200),
                leaseManagement, configs.lifecycleConfig(),
                configs.metricsConfig().metricsFactory(new NullMetricsFactory()), configs.processorConfig(),
                configs.retrievalConfig().retrievalSpecificConfig(specific(stream, retrieval, application)));
    }

    private RetrievalSpecificConfig specific(String stream, Retrieval retrieval, String application) {
        return switch (retrieval) {
            case POLLING -> new PollingConfig(stream, kinesis).idleTimeBetweenReadsInMillis(250);
            case FAN_OUT -> new FanOutConfig(kinesis).streamName(stream).applicationName(application);
        };
    }

    private final class Reader implements ShardRecordProcessor {
        private String shard;

        @Override
        public void initialize(InitializationInput input) {
            shard = input.shardId();
        }

        @Override
        public void processRecords(ProcessRecordsInput input) {
            input.records().forEach(r -> ledger.read(r.partitionKey(), r.data()));
            if (!input.records().isEmpty()) {
                read.add(shard);
                checkpoint(input.checkpointer());
            }
        }

        @Override
        public void leaseLost(LeaseLostInput input) {
            leasesLost.incrementAndGet();
        }

        @Override
        public void shardEnded(ShardEndedInput input) {
            checkpoint(input.checkpointer());
            ended.add(shard);
        }

        @Override
        public void shutdownRequested(ShutdownRequestedInput input) {
            checkpoint(input.checkpointer());
        }

        private static void checkpoint(RecordProcessorCheckpointer checkpointer) {
            try {
                checkpointer.checkpoint();
            } catch (InvalidStateException | ShutdownException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
