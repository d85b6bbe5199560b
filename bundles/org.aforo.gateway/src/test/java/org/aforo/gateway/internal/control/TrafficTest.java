package org.aforo.gateway.internal.control;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSource;
import org.aforo.gateway.internal.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Recording what flows and replaying it, over HTTP, on a clock that is moved by hand. */
class TrafficTest {

    private static final String ARN = "arn:aws:place:us-east-1:000000000000:place";

    @TempDir
    Path data;

    private Box box;
    private final Place place = new Place();
    private Path file;

    @BeforeEach
    void open() {
        box = Box.of(data.resolve("bench"), Box::echo);
        box.bench.plug(place);
        file = data.resolve("traffic.jsonl");
    }

    @AfterEach
    void close() {
        box.close();
    }

    private static FlowRecord at(long millis, String key, String text, String route) {
        return new FlowRecord("", key, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer(),
                Instant.ofEpochMilli(millis), route);
    }

    private Map<String, Object> post(String path, String more) throws Exception {
        HttpResponse<String> answer = box.send("POST", "/_aforo/traffic/" + path,
                "{\"arn\":\"" + ARN + "\",\"file\":\"" + file + "\"" + more + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return object(answer.body());
    }

    private static Map<String, Object> object(String json) {
        return Json.object(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Object> stop(Map<String, Object> job) throws Exception {
        return object(box.send("DELETE", "/_aforo/traffic/" + job.get("id"), null).body());
    }

    private Map<String, Object> ended() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            List<?> jobs = (List<?>) object(box.get("/_aforo/traffic").body()).get("traffic");
            @SuppressWarnings("unchecked")
            Map<String, Object> job = (Map<String, Object>) jobs.getLast();
            if (Boolean.FALSE.equals(job.get("running"))) {
                return job;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("It goes on and on");
    }

    private void write(String... lines) throws Exception {
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private static String line(long millis, String key, String base64) {
        return "{\"millis\":" + millis + ",\"key\":\"" + key + "\",\"data\":\"" + base64 + "\"}";
    }

    @Test
    void what_is_stored_is_recorded_in_the_order_of_time() throws Exception {
        Instant now = box.bench.clock().now();
        long t = now.toEpochMilli();
        place.hold("a", at(t - 100, "k1", "one", ""), at(t - 50, "k1", "three", "17"), at(t + 1, "k1", "later", ""));
        place.hold("b", at(t - 70, "k2", "two", ""), at(t - 50, "k2", "four", ""));

        post("record", "");

        assertThat(ended()).containsEntry("records", 4L).containsEntry("bytes", 15L).containsEntry("error", "")
                .containsEntry("kind", "record");
        assertThat(file).hasContent(String.join("\n", line(0, "k1", "b25l"), line(30, "k2", "dHdv"),
                "{\"millis\":50,\"key\":\"k1\",\"hash\":\"17\",\"data\":\"dGhyZWU=\"}", line(50, "k2", "Zm91cg==")));
    }

    @Test
    void what_comes_is_recorded_until_it_is_stopped() throws Exception {
        long t = box.bench.clock().now().toEpochMilli();
        place.hold("a", at(t - 1, "k", "old", ""));
        Map<String, Object> job = post("record", ",\"stored\":false");
        place.hold("a", at(t, "k", "one", ""));
        place.hold("new", at(t, "k", "two", ""));

        assertThat(stop(job)).containsEntry("records", 2L).containsEntry("running", false);

        assertThat(file).hasContent(line(0, "k", "b25l") + "\n" + line(0, "k", "dHdv"));
        assertThat(place.open).isZero();
    }

    @Test
    void a_span_ends_by_the_benchs_clock() throws Exception {
        long t = box.bench.clock().now().toEpochMilli();
        post("record", ",\"seconds\":10");
        place.hold("a", at(t + 9_999, "k", "in", ""), at(t + 10_001, "k", "out", ""));

        box.bench.clock().advance(Duration.ofSeconds(11));

        assertThat(ended()).containsEntry("records", 1L);
        assertThat(file).hasContent(line(0, "k", "aW4="));
    }

    @Test
    void a_replay_keeps_order_and_spacing_to_the_nanosecond() throws Exception {
        write(line(1_000, "a", "MQ=="), line(1_000, "b", "Mg=="), line(1_001, "a", "Mw=="), line(1_500, "a", "NA=="),
                line(1_200, "b", "NQ=="), line(4_000, "a", "Ng=="));
        long begun = box.bench.clock().nanos();

        post("replay", ",\"speed\":2");
        assertThat(place.taken()).containsExactly("0 a 1", "0 b 2");
        box.bench.clock().advance(Duration.ofSeconds(1));
        assertThat(place.taken()).containsExactly("0 a 1", "0 b 2", "500000 a 3", "250000000 a 4", "250000000 b 5");
        box.bench.clock().advance(Duration.ofSeconds(10));

        assertThat(ended()).containsEntry("records", 6L).containsEntry("bytes", 6L).containsEntry("refused", 0L);
        assertThat(place.taken()).hasSize(6).last().isEqualTo("1500000000 a 6");
        assertThat(place.begun).isEqualTo(begun);
    }

    @Test
    void as_fast_as_it_goes_nothing_waits_for_the_clock() throws Exception {
        String[] lines = new String[1_200];
        Arrays.setAll(lines, i -> line(i * 1_000L, "k", "MQ=="));
        write(lines);

        post("replay", ",\"speed\":0");

        assertThat(ended()).containsEntry("records", 1_200L);
        assertThat(place.batches).containsExactly(500, 500, 200);
    }

    @Test
    void of_a_bad_file_nothing_is_sent_and_the_line_is_told() throws Exception {
        for (String bad : List.of("{\"millis\":1,", "[]", "{\"key\":\"k\",\"data\":\"\"}", line(1, "k", "!"),
                "{\"millis\":1,\"data\":\"\",\"hash\":\"x\"}", "{\"millis\":1,\"data\":\"\",\"more\":1}",
                line(1, "k", "A".repeat(16 << 20)))) {
            write(line(0, "k", "MQ=="), "", bad, line(2, "k", "MQ=="));

            post("replay", "");

            assertThat((String) ended().get("error")).startsWith(file + ", line 3: ");
            assertThat(place.taken()).isEmpty();
        }
    }

    @Test
    void what_is_refused_is_counted_and_told_by_its_line() throws Exception {
        write(line(0, "k", "MQ=="), line(0, "k", "dG9vIGxhcmdl"), line(0, "k", "Mg=="));

        post("replay", "");

        assertThat(ended()).containsEntry("records", 2L).containsEntry("refused", 1L).containsEntry("error",
                "line 2: TooLarge: 9 is too much");
    }

    @Test
    void a_replay_can_be_stopped() throws Exception {
        write(line(0, "k", "MQ=="), line(1_000, "k", "Mg=="));
        Map<String, Object> job = post("replay", "");

        assertThat(stop(job)).containsEntry("records", 1L).containsEntry("running", false);
        box.bench.clock().advance(Duration.ofSeconds(5));
        assertThat(place.taken()).hasSize(1);
        assertThat(box.get("/_aforo/traffic").body()).isEqualTo("{\"traffic\":[]}");
    }

    @Test
    void bad_orders_are_refused() throws Exception {
        Files.writeString(file, "");
        assertThat(bad("record", ARN, file.toString())).contains("is there already");
        assertThat(bad("record", ARN, data.resolve("none/x").toString())).contains("There is no folder");
        assertThat(bad("record", ARN, "relative")).contains("absolute path");
        assertThat(bad("record", ARN + "2", data.resolve("y").toString())).contains("ResourceNotFoundException");
        assertThat(data.resolve("y")).doesNotExist();
        assertThat(bad("replay", ARN, data.resolve("z").toString())).contains("There is no file");
        assertThat(bad("replay", ARN, file + "\",\"speed\":\"fast")).contains("speed must be a number");
        assertThat(box.send("DELETE", "/_aforo/traffic/t9", null).statusCode()).isEqualTo(404);
    }

    private String bad(String path, String arn, String where) throws Exception {
        HttpResponse<String> answer = box.send("POST", "/_aforo/traffic/" + path,
                "{\"arn\":\"" + arn + "\",\"file\":\"" + where + "\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body();
    }

    /** Holds records by partition, and takes some. */
    private final class Place implements IngestionService, RecordSource, RecordSink {
        private final Map<String, List<FlowRecord>> held = Collections.synchronizedMap(new LinkedHashMap<>());
        private final List<String> put = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());
        private volatile long begun = -1;
        private volatile int open;

        void hold(String partition, FlowRecord... records) {
            held.computeIfAbsent(partition, p -> Collections.synchronizedList(new ArrayList<>()))
                    .addAll(List.of(records));
        }

        List<String> taken() {
            return List.copyOf(put);
        }

        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("place", "Place", "Holds and takes.");
        }

        @Override
        public List<Endpoint> endpoints() {
            return List.of();
        }

        @Override
        public Collection<? extends Resource> resources() {
            return List.of();
        }

        @Override
        public void reset() {
            held.clear();
        }

        @Override
        public Optional<RecordSource> source(Arn arn) {
            return Optional.<RecordSource>of(this).filter(p -> arn.toString().equals(ARN));
        }

        @Override
        public Optional<RecordSink> sink(Arn arn) {
            return Optional.<RecordSink>of(this).filter(p -> arn.toString().equals(ARN));
        }

        @Override
        public List<Outcome> put(List<FlowRecord> records) {
            long now = box.bench.clock().nanos();
            begun = begun < 0 ? now : begun;
            batches.add(records.size());
            List<Outcome> outcomes = new ArrayList<>();
            for (FlowRecord record : records) {
                String text = StandardCharsets.UTF_8.decode(record.data().duplicate()).toString();
                if (text.length() > 5) {
                    outcomes.add(new Outcome(null, AwsError.client("TooLarge", text.length() + " is too much")));
                } else {
                    put.add(now - begun + " " + record.key() + ' ' + text);
                    outcomes.add(new Outcome("id", null));
                }
            }
            return outcomes;
        }

        @Override
        public List<String> partitions() {
            return List.copyOf(held.keySet());
        }

        @Override
        public Cursor open(String partition, Start start) {
            List<FlowRecord> records = held.get(partition);
            open++;
            return new Cursor() {
                private int next = start instanceof Start.Latest ? records.size() : 0;

                @Override
                public List<FlowRecord> read(int maxRecords, long maxBytes, Duration wait) {
                    List<FlowRecord> page = next < records.size() ? List.of(records.get(next)) : List.of();
                    next += page.size();
                    return page;
                }

                @Override
                public String position() {
                    return Integer.toString(next);
                }

                @Override
                public boolean ended() {
                    return false;
                }

                @Override
                public void close() {
                    open--;
                }
            };
        }
    }
}
