package org.aforo.scenario.internal.consume;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.aforo.api.Bench;
import org.aforo.api.time.Scheduler.Signal;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Way;
import org.aforo.scenario.internal.consume.Lineage.Kin;
import org.aforo.scenario.internal.record.Delays;
import org.aforo.scenario.internal.record.Ledger;
import org.aforo.scenario.internal.wire.AwsClient;

import tools.jackson.databind.JsonNode;

/**
 * Reads a whole stream over the wire, polling or pushed to, each shard on a thread of its own and children after
 * their parents.
 */
final class StreamConsumer implements Consumer {

    private static final String KINESIS = "kinesis";
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ConsumerSpec spec;
    private final Duration every;
    private final boolean pushed;
    private final boolean oldest;
    private final Bench bench;
    private final AwsClient client;
    private final Receipts receipts;
    private final Signal news;
    private final List<ShardReading> readings = new CopyOnWriteArrayList<>();
    private volatile String consumerArn = "";
    private volatile boolean stopped;
    private volatile String failure = "";

    StreamConsumer(ConsumerSpec spec, Bench bench, AwsClient client) {
        this.spec = spec;
        this.pushed = spec.way() instanceof Way.Push;
        this.every = spec.way() instanceof Way.Poll poll ? poll.every() : Duration.ZERO;
        this.oldest = spec.way() instanceof Way.Poll poll ? poll.oldest() : ((Way.Push) spec.way()).oldest();
        this.bench = bench;
        this.client = client;
        this.receipts = new Receipts(bench, spec);
        this.news = bench.scheduler().signal();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public Ledger received() {
        return receipts.ledger();
    }

    @Override
    public Delays delays() {
        return receipts.delays();
    }

    /** One that is pushed to is registered. */
    @Override
    public void prepare() throws IOException, InterruptedException {
        if (!pushed) {
            return;
        }
        String stream = client.call(KINESIS, "DescribeStreamSummary", Map.of("StreamName", spec.from().name()))
                .path("StreamDescriptionSummary").path("StreamARN").asString("");
        consumerArn = client.call(KINESIS, "RegisterStreamConsumer",
                Map.of("StreamARN", stream, "ConsumerName", spec.name())).path("Consumer").path("ConsumerARN")
                .asString("");
        while (!client.call(KINESIS, "DescribeStreamConsumer", Map.of("ConsumerARN", consumerArn))
                .path("ConsumerDescription").path("ConsumerStatus").asString("").equals("ACTIVE")) {
            receipts.pause(LOOK);
        }
    }

    @Override
    public void run() throws InterruptedException {
        try {
            receipts.pause(spec.at());
            Lineage lineage = new Lineage(shards(), oldest);
            String from = oldest ? "TRIM_HORIZON" : "LATEST";
            while (!stopped && failure.isEmpty()) {
                long stamp = news.stamp();
                for (String shard : lineage.ready()) {
                    begin(new Position(shard, from, ""), lineage);
                }
                from = "TRIM_HORIZON"; // children of shards that were read, in any case
                if (!stopped && failure.isEmpty()) {
                    news.await(stamp, Duration.ofDays(1));
                }
            }
        } catch (IOException e) {
            failure = e.getMessage();
        } finally {
            readings.forEach(ShardReading::stop);
        }
    }

    private List<Kin> shards() throws IOException, InterruptedException {
        List<Kin> shards = new ArrayList<>();
        Map<String, String> input = Map.of("StreamName", spec.from().name());
        while (input != null) {
            JsonNode page = client.call(KINESIS, "ListShards", input);
            for (JsonNode shard : page.path("Shards")) {
                List<String> parents = new ArrayList<>();
                for (String member : List.of("ParentShardId", "AdjacentParentShardId")) {
                    if (shard.hasNonNull(member)) {
                        parents.add(shard.path(member).asString());
                    }
                }
                shards.add(new Kin(shard.path("ShardId").asString(), parents));
            }
            input = page.hasNonNull("NextToken") ? Map.of("NextToken", page.path("NextToken").asString()) : null;
        }
        return shards;
    }

    private void begin(Position from, Lineage lineage) {
        ShardReading reading = pushed ? new PushedReading(client, receipts, from, consumerArn)
                : new PolledReading(client, receipts, from, spec.from().name(), every);
        String shard = from.shard();
        readings.add(reading);
        bench.scheduler().start("consumer-" + spec.name() + "-" + shard, () -> {
            try {
                lineage.ended(shard, reading.read());
            } catch (IOException e) {
                if (!stopped) {
                    failure = shard + ": " + e.getMessage();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                readings.remove(reading);
                news.raise();
            }
        });
    }

    @Override
    public void stop() {
        stopped = true;
        readings.forEach(ShardReading::stop);
        news.raise();
    }

    @Override
    public String failure() {
        return failure;
    }

    /**
     * Where a shard is read on from.
     *
     * @param begin what to begin with
     * @param after number of the last record that was read; empty at first
     */
    record Position(String shard, String begin, String after) {

        Position past(String sequenceNumber) {
            return new Position(shard, begin, sequenceNumber);
        }

        /** As operations take it. */
        Map<String, Object> members(String type, String number) {
            Map<String, Object> members = new HashMap<>();
            members.put(type, after.isEmpty() ? begin : "AFTER_SEQUENCE_NUMBER");
            if (!after.isEmpty()) {
                members.put(number, after);
            }
            return members;
        }
    }
}
