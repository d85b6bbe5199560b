package org.aforo.scenario.internal.consume;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Way;
import org.aforo.scenario.internal.produce.Item;
import org.aforo.scenario.internal.record.Delays;
import org.aforo.scenario.internal.record.Ledger;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.AwsClient.Refused;
import org.aforo.scenario.internal.wire.Batch;

import tools.jackson.databind.JsonNode;

/**
 * Workers of a queue: each receives by long polls, is busy with a message, sends it on where that is asked for, and
 * deletes it. A message that they give up on is left to be seen again.
 */
final class QueueConsumer implements Consumer {

    private static final String SQS = "sqs";
    private static final int LONGEST_POLL = 20;
    private static final int MOST = 10;
    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final ConsumerSpec spec;
    private final Way.Work work;
    private final Bench bench;
    private final AwsClient client;
    private final Receipts receipts;
    private long begun;
    private volatile boolean stopped;
    private volatile String failure = "";

    QueueConsumer(ConsumerSpec spec, Way.Work work, Bench bench, AwsClient client) {
        this.spec = spec;
        this.work = work;
        this.bench = bench;
        this.client = client;
        this.receipts = new Receipts(bench, spec);
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

    @Override
    public void prepare() {
        // queues need nothing
    }

    @Override
    public void run() throws InterruptedException {
        begun = bench.clock().nanos();
        receipts.pause(spec.at());
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < work.workers(); i++) {
            workers.add(bench.scheduler().start("consumer-" + spec.name() + "-" + i, this::work));
        }
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void work() {
        try {
            while (!stopped && failure.isEmpty()) {
                try {
                    for (JsonNode message : receive()) {
                        take(message);
                    }
                } catch (Refused refused) {
                    if (!refused.retryable()) {
                        throw refused;
                    }
                    receipts.throttled();
                    receipts.pause(BACKOFF);
                }
            }
        } catch (IOException e) {
            if (!stopped) {
                failure = e.getMessage();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One at a time where each takes a while: the others are better off with another worker. */
    private JsonNode receive() throws IOException, InterruptedException {
        return client.call(SQS, "ReceiveMessage", Map.of("QueueUrl", client.queue(spec.from().name()),
                "MaxNumberOfMessages", work.lasts().isPositive() ? 1 : MOST, "WaitTimeSeconds", LONGEST_POLL,
                "MessageSystemAttributeNames", List.of("SentTimestamp", "MessageGroupId"))).path("Messages");
    }

    private void take(JsonNode message) throws IOException, InterruptedException {
        String body = message.path("Body").asString("");
        JsonNode attributes = message.path("Attributes");
        String group = attributes.path("MessageGroupId").asString("");
        receipts.pause(work.lasts());
        if (fails(body)) {
            receipts.failed();
            return;
        }
        byte[] data = body.getBytes(StandardCharsets.UTF_8);
        if (work.to() != null && !Batch.put(client, work.to(), List.of(new Item(group, data))).isEmpty()) {
            throw new IOException(work.to() + " refused a message");
        }
        client.call(SQS, "DeleteMessage", Map.of("QueueUrl", client.queue(spec.from().name()), "ReceiptHandle",
                message.path("ReceiptHandle").asString("")));
        receipts.add(group, data, Long.parseLong(attributes.path("SentTimestamp").asString("0")));
    }

    private boolean fails(String body) {
        return !work.fails().isEmpty() && body.contains(work.fails())
                && (work.until() == null || bench.clock().nanos() - begun < work.until().toNanos());
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public String failure() {
        return failure;
    }
}
