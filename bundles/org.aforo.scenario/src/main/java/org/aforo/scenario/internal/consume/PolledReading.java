package org.aforo.scenario.internal.consume;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.scenario.internal.consume.Lineage.Kin;
import org.aforo.scenario.internal.consume.StreamConsumer.Position;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.AwsClient.Refused;

import tools.jackson.databind.JsonNode;

/** Reads a shard with GetRecords; what is throttled is tried again, an iterator that expired is got anew. */
final class PolledReading implements ShardReading {

    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final AwsClient client;
    private final Receipts receipts;
    private final String stream;
    private final Duration every;
    private Position position;
    private volatile boolean stopped;

    PolledReading(AwsClient client, Receipts receipts, Position from, String stream, Duration every) {
        this.client = client;
        this.receipts = receipts;
        this.position = from;
        this.stream = stream;
        this.every = every;
    }

    @Override
    public List<Kin> read() throws IOException, InterruptedException {
        String iterator = null;
        while (!stopped) {
            try {
                if (iterator == null) {
                    iterator = iterator();
                }
                JsonNode page = client.call("kinesis", "GetRecords", Map.of("ShardIterator", iterator));
                position = position.past(ShardReading.note(page.path("Records"), receipts, position.after()));
                if (!page.hasNonNull("NextShardIterator")) {
                    return ShardReading.children(page);
                }
                iterator = page.path("NextShardIterator").asString();
                receipts.pause(every);
            } catch (Refused refused) {
                iterator = again(refused) ? null : iterator;
                receipts.pause(BACKOFF);
            }
        }
        return List.of();
    }

    /** Whether to begin anew after the last record; otherwise the same call is made again. */
    private boolean again(Refused refused) throws Refused {
        if (refused.code().equals("ExpiredIteratorException")) {
            receipts.failed();
            return true;
        }
        if (!refused.retryable()) {
            throw refused;
        }
        receipts.throttled();
        return false;
    }

    private String iterator() throws IOException, InterruptedException {
        Map<String, Object> input = new HashMap<>(position.members("ShardIteratorType", "StartingSequenceNumber"));
        input.put("StreamName", stream);
        input.put("ShardId", position.shard());
        return client.call("kinesis", "GetShardIterator", input).path("ShardIterator").asString("");
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
