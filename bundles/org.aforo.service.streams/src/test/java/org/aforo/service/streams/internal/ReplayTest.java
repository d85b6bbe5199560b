package org.aforo.service.streams.internal;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.assertj.core.api.Assertions.assertThat;

/** A stream's traffic recorded and put into another one. */
class ReplayTest {

    private static final Duration MOMENT = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    private final StreamsBench streams = new StreamsBench().stream("from", 2).stream("to", 3);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        http.close();
        streams.close();
    }

    private String post(String what, String stream, Path file, String more) throws Exception {
        String body = "{\"arn\":\"" + streams.bench.arn("kinesis", "stream/" + stream) + "\",\"file\":\"" + file + "\""
                + more + "}";
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(streams.bench.http().resolve(
                "/_aforo/traffic/" + what)).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body();
    }

    private void ended() throws Exception {
        HttpRequest look = HttpRequest.newBuilder(streams.bench.http().resolve("/_aforo/traffic")).build();
        for (int i = 0; i < 1_000; i++) {
            if (!http.send(look, BodyHandlers.ofString()).body().contains("\"running\":true")) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("It goes on and on");
    }

    @Test
    void keysStayInOrderThroughAReshardAndTimesAreSpacedAsTheyWere() throws Exception {
        for (int i = 0; i < 40; i++) {
            if (i == 20) {
                streams.call("SplitShard", "StreamName", "from", "ShardToSplit", StreamsBench.SHARD,
                        "NewStartingHashKey", "1000000000000");
                streams.advance(MOMENT);
            }
            streams.put("from", "key " + i % 7, Integer.toString(i));
            streams.advance(Duration.ofMillis(10L * i));
        }
        streams.call("PutRecord", "StreamName", "from", "PartitionKey", "k", "ExplicitHashKey", "0", "Data", "");
        Path file = folder.resolve("traffic.jsonl");
        post("record", "from", file, "");
        ended();
        assertThat(Files.readAllLines(file)).hasSize(41).last().asString().contains("\"hash\":\"0\"");

        Instant begun = streams.services().clock().now();
        post("replay", "to", file, ",\"speed\":2");
        streams.advance(Duration.ofMinutes(1));
        ended();

        List<Seen> before = all("from");
        List<Seen> after = all("to");
        assertThat(after).extracting(Seen::key).hasSize(41);
        for (String key : List.of("key 0", "key 1", "key 2", "key 3", "key 4", "key 5", "key 6", "k")) {
            assertThat(of(after, key)).extracting(Seen::data).containsExactlyElementsOf(
                    of(before, key).stream().map(Seen::data).toList());
        }
        long first = before.stream().mapToLong(seen -> seen.time.toEpochMilli()).min().orElseThrow();
        for (Seen seen : before) {
            assertThat(after).contains(new Seen(seen.key, seen.data,
                    begun.plusMillis((seen.time.toEpochMilli() - first) / 2)));
        }
        assertThat(texts("to", "shardId-000000000000")).contains("");
    }

    private record Seen(String key, String data, Instant time) {
    }

    private static List<Seen> of(List<Seen> all, String key) {
        return all.stream().filter(seen -> seen.key.equals(key)).toList();
    }

    private List<String> texts(String stream, String shard) {
        return StreamsBench.texts(streams.read(streams.iterator(stream, shard, "TRIM_HORIZON")));
    }

    /** Shards one after the other, parents before their children. */
    private List<Seen> all(String stream) {
        List<Seen> all = new ArrayList<>();
        for (Map<String, Object> shard : list(streams.call("ListShards", "StreamName", stream), "Shards")) {
            streams.advance(Duration.ofSeconds(1));
            for (Map<String, Object> record : StreamsBench.records(streams.read(
                    streams.iterator(stream, (String) shard.get("ShardId"), "TRIM_HORIZON")))) {
                all.add(new Seen((String) record.get("PartitionKey"), StreamsBench.text(record.get("Data")),
                        (Instant) record.get("ApproximateArrivalTimestamp")));
            }
        }
        return all;
    }

    @Test
    void aSinkAtItsCapacityKeepsTheOrderToo() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int size = i % 2 == 0 ? 200_000 : 10;
            lines.add(
                    "{\"millis\":0,\"key\":\"k\",\"data\":\"" + StreamsBench.blob(i + " " + "x".repeat(size)) + "\"}");
        }
        Path file = Files.write(folder.resolve("much.jsonl"), lines);

        post("replay", "to", file, ",\"speed\":0");
        for (int i = 0; i < 100; i++) {
            streams.advance(Duration.ofMillis(100));
            Thread.sleep(2);
        }
        ended();

        assertThat(of(all("to"), "k")).extracting(seen -> Integer.parseInt(seen.data.split(" ")[0]))
                .hasSize(40).isSorted();
    }
}
