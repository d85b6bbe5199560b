package org.aforo.gateway.internal.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.aforo.api.Action.Page;
import org.aforo.api.Arn;
import org.aforo.api.IngestionService;
import org.aforo.api.Producers;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink;
import org.aforo.gateway.internal.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Records, actions and producers, over HTTP. */
class RecordViewsTest {

    private static final String ARN = "arn:aws:jar:us-east-1:000000000000:jar";

    @TempDir
    Path data;

    private Box box;
    private final Jar jar = new Jar();

    @BeforeEach
    void open() {
        box = Box.of(data, Box::echo);
        box.bench.plug(jar);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void one_record_is_sent_and_seen() throws Exception {
        assertThat(
                box.send("POST", "/_aforo/records", "{\"arn\":\"" + ARN + "\",\"data\":\"aGk=\",\"key\":\"k\"}").body())
                .isEqualTo("{\"sent\":1}");

        assertThat(box.get("/_aforo/records?arn=" + ARN).body()).isEqualTo("{\"position\":\"1\",\"records\":[{"
                + "\"position\":\"1\",\"partition\":\"p\",\"key\":\"k\",\"time\":\"1970-01-01T00:00:00Z\",\"size\":2,"
                + "\"data\":\"aGk=\",\"truncated\":false,\"attributes\":{\"A b\":\"c\"}}]}");
        assertThat(box.get("/_aforo/records?arn=" + ARN + "&after=1").body())
                .isEqualTo("{\"position\":\"1\",\"records\":[]}");
    }

    @Test
    void a_refusal_is_told_in_the_services_words() throws Exception {
        String body = "{\"arn\":\"" + ARN + "\",\"data\":\"" + Base64.getEncoder().encodeToString(new byte[10]) + "\"}";

        assertThat(box.send("POST", "/_aforo/records", body).body())
                .isEqualTo("{\"error\":{\"code\":\"TooLarge\",\"message\":\"10 is too much\"}}");
        assertThat(jar.held).isEmpty();
    }

    @Test
    void data_beyond_64_KiB_is_cut_off() throws Exception {
        jar.held.add(new FlowRecord("", "k", ByteBuffer.allocate(RecordPeek.MAX_DATA + 1), Instant.EPOCH));

        Map<String, Object> record = record(box.get("/_aforo/records?arn=" + ARN).body());

        assertThat(record).containsEntry("size", (long) RecordPeek.MAX_DATA + 1).containsEntry("truncated", true);
        assertThat(Base64.getDecoder().decode((String) record.get("data"))).hasSize(RecordPeek.MAX_DATA);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(String body) {
        return ((List<Map<String, Object>>) Json.object(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)))
                .get("records")).getFirst();
    }

    @Test
    void bad_requests_are_told_apart() throws Exception {
        assertThat(box.get("/_aforo/records").statusCode()).isEqualTo(400);
        assertThat(box.get("/_aforo/records?arn=x").statusCode()).isEqualTo(400);
        assertThat(box.get("/_aforo/records?arn=" + ARN + "2").statusCode()).isEqualTo(404);
        assertThat(box.get("/_aforo/records?arn=" + ARN + "&last=0").statusCode()).isEqualTo(400);
        assertThat(box.get("/_aforo/records?arn=" + ARN + "&last=1&after=1").statusCode()).isEqualTo(400);
        assertThat(box.send("POST", "/_aforo/records", "{\"arn\":\"" + ARN + "\",\"data\":\"!\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_a_plug_in_throws_is_told_and_reported() throws Exception {
        jar.broken = true;

        assertThat(box.get("/_aforo/records?arn=" + ARN).body()).contains("PluginFailed",
                "IllegalStateException: cracked");
        assertThat(box.get("/_aforo/actions").body()).isEqualTo("{\"actions\":[]}");
        assertThat(box.bench.events().since(0)).filteredOn(e -> e.type().equals("plug-in-failed")).hasSize(2);
    }

    @Test
    void actions_come_in_the_language_asked_for() throws Exception {
        String spanish = box.get("/_aforo/actions?lang=es").body();

        assertThat(spanish).isEqualTo("{\"actions\":[{\"service\":\"jar\",\"kind\":\"jar\",\"role\":\"create\","
                + "\"operation\":\"Make\",\"title\":\"Hacer\",\"bind\":{},\"pages\":[{\"title\":\"P\u00e1gina\","
                + "\"description\":\"d\",\"fields\":[{\"member\":\"A.B\",\"label\":\"l\",\"help\":\"h\",\"preset\":60,"
                + "\"choices\":\"bucket\",\"choiceValue\":\"arn\"}]}]}]}");
        assertThat(box.get("/_aforo/actions?lang=fr").body()).isEqualTo(box.get("/_aforo/actions").body())
                .contains("\"title\":\"Make\"");
    }

    @Test
    void a_resource_is_emptied_or_said_to_be_of_a_kind_that_is_not() throws Exception {
        jar.held.add(new FlowRecord("", "k", ByteBuffer.allocate(1), Instant.EPOCH));

        assertThat(box.send("POST", "/_aforo/resources/empty", "{\"arn\":\"" + ARN + "\"}").body())
                .isEqualTo("{\"removed\":1}");
        box.bench.plug(new FakeService(box.bench, "fake"));
        assertThat(box.send("POST", "/_aforo/resources/empty", "{\"arn\":\"arn:aws:fake:::x\"}").body())
                .contains("UnsupportedOperation");
        assertThat(box.send("POST", "/_aforo/resources/empty", "{\"arn\":\"arn:aws:none:::x\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void producers_are_started_listed_and_removed() throws Exception {
        assertThat(box.get("/_aforo/producers").statusCode()).isEqualTo(501);
        box.producers.set(new Shop());
        String told = "{\"id\":\"p1\",\"arn\":\"" + ARN + "\",\"rate\":100.0,\"payload\":\"ticker\",\"template\":null,"
                + "\"keys\":10,\"skew\":0.0,\"total\":null,\"sent\":3,\"refused\":1,\"lastError\":\"\",\"running\":true}";

        var started = box.send("POST", "/_aforo/producers",
                "{\"arn\":\"" + ARN + "\",\"rate\":100,\"payload\":\"ticker\",\"template\":null,\"total\":null}");

        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(started.body()).isEqualTo(told);
        assertThat(box.get("/_aforo/producers").body()).isEqualTo("{\"producers\":[" + told + "]}");
        assertThat(box.send("DELETE", "/_aforo/producers/p1", null).body()).isEqualTo("{\"producers\":[]}");
        assertThat(box.send("DELETE", "/_aforo/producers/p1", null).statusCode()).isEqualTo(404);
        assertThat(box.send("POST", "/_aforo/producers", "{\"rate\":1}").statusCode()).isEqualTo(400);
    }

    @Test
    void a_reset_stops_all_producers() throws Exception {
        Shop shop = new Shop();
        box.producers.set(shop);
        box.send("POST", "/_aforo/producers", "{\"arn\":\"" + ARN + "\",\"rate\":1}");

        box.send("POST", "/_aforo/reset?service=jar", null);
        assertThat(shop.list()).hasSize(1);
        box.send("POST", "/_aforo/reset", null);
        assertThat(shop.list()).isEmpty();
    }

    private static final class Shop implements Producers {
        private final List<Producer> all = new ArrayList<>();

        @Override
        public List<Producer> list() {
            return List.copyOf(all);
        }

        @Override
        public Producer start(Order order) {
            all.add(new Producer("p1", order, 3, 1, "", true));
            return all.getLast();
        }

        @Override
        public boolean remove(String id) {
            return all.removeIf(p -> p.id().equals(id));
        }

        @Override
        public void clear() {
            all.clear();
        }
    }

    /** Holds what is put into it, up to nine bytes a record. */
    private static final class Jar implements IngestionService, RecordPeek {
        private final List<FlowRecord> held = new ArrayList<>();
        private boolean broken;

        @Override
        public ServiceDescriptor descriptor() {
            return new ServiceDescriptor("jar", "Jar", "Holds.");
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
        public Optional<RecordSink> sink(Arn arn) {
            return Optional.of(records -> records.stream().map(this::take).toList());
        }

        private RecordSink.Outcome take(FlowRecord record) {
            int size = record.data().remaining();
            if (size > 9) {
                return new RecordSink.Outcome(null, AwsError.client("TooLarge", size + " is too much"));
            }
            held.add(new FlowRecord("", record.key(), record.data(), Instant.EPOCH));
            return new RecordSink.Outcome("id", null);
        }

        @Override
        public Optional<RecordPeek> peek(Arn arn) {
            return arn.toString().equals(ARN) ? Optional.of(this) : Optional.empty();
        }

        @Override
        public Look latest(int max) {
            return after("0", max);
        }

        @Override
        public Look after(String position, int max) {
            if (broken) {
                throw new IllegalStateException("cracked");
            }
            List<Peeked> seen = new ArrayList<>();
            for (int i = Integer.parseInt(position); i < held.size(); i++) {
                FlowRecord record = held.get(i);
                seen.add(new Peeked(Integer.toString(i + 1), "p", record.key(), record.arrived(), record.data(),
                        record.data().remaining(), Map.of("A b", "c")));
            }
            return new Look(seen.isEmpty() ? position : seen.getLast().position(), seen);
        }

        @Override
        public List<Action> actions() {
            if (broken) {
                throw new IllegalStateException("cracked");
            }
            return List
                    .of(Action.create("jar", "Make", Text.of("Make", "Hacer"), Page.of(Text.of("Page", "P\u00e1gina"),
                            Text.of("d"), Field.of("A.B", Text.of("l"), Text.of("h")).preset(60).arnOf("bucket"))));
        }

        @Override
        public long empty(Arn arn) {
            long removed = held.size();
            held.clear();
            return removed;
        }
    }
}
