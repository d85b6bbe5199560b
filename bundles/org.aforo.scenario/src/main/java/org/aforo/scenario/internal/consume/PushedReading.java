package org.aforo.scenario.internal.consume;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.scenario.internal.consume.Lineage.Kin;
import org.aforo.scenario.internal.consume.StreamConsumer.Position;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.AwsClient.Refused;
import org.aforo.scenario.internal.wire.EventStream;

import tools.jackson.databind.JsonNode;

/** Has a shard pushed by SubscribeToShard; subscribes again where it left off when that ends or is cut. */
final class PushedReading implements ShardReading {

    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final AwsClient client;
    private final Receipts receipts;
    private final String consumerArn;
    private Position position;
    private volatile boolean stopped;
    private volatile EventStream events;

    PushedReading(AwsClient client, Receipts receipts, Position from, String consumerArn) {
        this.client = client;
        this.receipts = receipts;
        this.position = from;
        this.consumerArn = consumerArn;
    }

    @Override
    public List<Kin> read() throws IOException, InterruptedException {
        while (!stopped) {
            try (EventStream subscription = client.open("kinesis", "SubscribeToShard", Map.of("ConsumerARN",
                    consumerArn, "ShardId", position.shard(), "StartingPosition",
                    position.members("Type", "SequenceNumber")))) {
                events = subscription;
                List<Kin> children = stopped ? null : take(subscription);
                if (children != null) {
                    return children;
                }
            } catch (Refused refused) {
                again(refused);
            } catch (IOException e) {
                if (!stopped) {
                    receipts.failed();
                    receipts.pause(BACKOFF);
                }
            }
        }
        return List.of();
    }

    /** Null when there is more to come in another subscription. */
    private List<Kin> take(EventStream subscription) throws IOException {
        EventStream.Event event;
        while ((event = subscription.next()) != null) {
            JsonNode body = event.body();
            ShardReading.note(body.path("Records"), receipts, "");
            if (body.hasNonNull("ContinuationSequenceNumber")) {
                position = position.past(body.path("ContinuationSequenceNumber").asString());
            }
            if (body.path("ChildShards").size() > 0) {
                return ShardReading.children(body);
            }
        }
        return null;
    }

    private void again(Refused refused) throws Refused, InterruptedException {
        if (!refused.retryable() && !refused.code().equals("ResourceInUseException")) {
            throw refused;
        }
        receipts.failed();
        receipts.pause(BACKOFF);
    }

    @Override
    public void stop() {
        stopped = true;
        EventStream running = events;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                receipts.failed();
            }
        }
    }
}
