package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.api.quota.Quotas;
import org.aforo.gateway.internal.Box;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    @TempDir
    Path data;

    private Box box;
    private FakeService service;
    private FakeService.Pipe pipe;

    @BeforeEach
    void open() {
        box = Box.of(data, Box::echo);
        service = new FakeService(box.bench, "fake");
        box.bench.plug(service);
        pipe = service.pipe("pipe", "one");
        service.pipe("tube", "two");
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void health_tells_versions_times_and_services() throws Exception {
        box.bench.clock().advance(Duration.ofMinutes(3));

        Map<String, Object> health = ok("GET", "/health", null);

        assertThat(health).containsEntry("status", "UP").containsEntry("version", "1.2.3")
                .containsEntry("benchUptimeSeconds", 180.0);
        assertThat((Double) health.get("uptimeSeconds")).isBetween(0.0, 60.0);
        assertThat(list(health, "services")).singleElement().satisfies(s -> assertThat(s).containsEntry("id", "fake")
                .containsEntry("title", "The fake").containsEntry("description", "Carries fake."));
    }

    @Test
    void health_tells_of_services_in_the_language_asked_for() throws Exception {
        Map<String, Object> spanish = list(ok("GET", "/health?lang=es-MX", null), "services").getFirst();
        Map<String, Object> other = list(ok("GET", "/health?lang=fr", null), "services").getFirst();

        assertThat(spanish).containsEntry("description", "Lleva fake.")
                .containsEntry("words", Map.of("pipe", "tubo"));
        assertThat(other).containsEntry("description", "Carries fake.").containsEntry("words", Map.of("pipe", "pipe"));
    }

    @ParameterizedTest
    @CsvSource({"'',2", "?service=fake,2", "?service=other,0", "?kind=pipe,1", "?kind=pipe&service=other,0",
            "?arn=arn%3Aaws%3Afake%3Aus-east-1%3A000000000000%3Atube%2Ftwo,1", "?arn=arn:aws:fake:::none,0"})
    void resources_are_filtered(String query, int found) throws Exception {
        assertThat(list(ok("GET", "/resources" + query, null), "resources")).hasSize(found);
    }

    @Test
    void a_resource_tells_everything() throws Exception {
        pipe.in().add(4, 400);
        pipe.out().error(2);

        Map<String, Object> one = list(ok("GET", "/resources?kind=pipe", null), "resources").getFirst();

        assertThat(one).containsEntry("arn", pipe.arn().toString()).containsEntry("parent", pipe.arn().toString())
                .containsEntry("name", "one").containsEntry("state", "ACTIVE").containsEntry("service", "fake")
                .containsEntry("attributes", Map.of("quoted", "a \"b\" \n c"))
                .containsEntry("links", List.of(Map.of("to", "arn:aws:s3:::bucket", "label", "delivers to")));
        assertThat(map(one, "in")).containsEntry("records", 4L).containsEntry("bytes", 400L).containsKey("tenSeconds");
        assertThat(map(one, "out")).containsEntry("errors", 2L);
        assertThat(list(one, "buffers")).extracting(buffer -> buffer.get("name"), buffer -> buffer.get("kind"))
                .containsExactly(tuple("buf", "BUFFER"), tuple("put-bytes", "BYTE_RATE"));
        assertThat(list(one, "buffers").getFirst()).containsEntry("maxBytes", 100L).containsEntry("maxRecords", null)
                .containsEntry("oldestSeconds", 1.5).containsEntry("lastFlush",
                        Map.of("at", "1970-01-01T00:00:00Z", "reason", "SIZE", "records", 5L, "bytes", 7L));
    }

    @Test
    void a_broken_plug_in_hides_nobody_else() throws Exception {
        FakeService other = new FakeService(box.bench, "other");
        other.pipe("pipe", "three");
        box.bench.plug(other);
        service.broken = true;

        assertThat(list(ok("GET", "/resources", null), "resources"))
                .extracting(r -> r.get("service"), r -> r.get("name"), r -> r.get("state"),
                        r -> map(r, "attributes").get("Error"))
                .containsExactlyInAnyOrder(
                        Tuple.tuple("fake", "fake", "BROKEN", "IllegalStateException: gone"),
                        Tuple.tuple("other", "three", "ACTIVE", null));
        assertThat(box.get("/_aforo/metrics/prometheus").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_are_all_meters() throws Exception {
        pipe.in().add(4, 400);

        assertThat(list(ok("GET", "/metrics", null), "meters")).hasSize(4).anySatisfy(m -> {
            assertThat(m).containsEntry("owner", pipe.arn().toString()).containsEntry("name", "in");
            assertThat(map(m, "figures")).containsEntry("bytes", 400L);
        });
    }

    @Test
    void history_is_what_was_sampled() throws Exception {
        pipe.in().add(4, 400);
        box.bench.clock().advance(Duration.ofSeconds(1));

        List<Map<String, Object>> meters = list(ok("GET", "/metrics/history?arn=" + pipe.arn(), null), "meters");

        assertThat(meters).extracting(m -> m.get("name")).containsExactly("in", "out");
        List<?> samples = (List<?>) meters.getFirst().get("samples");
        assertThat(samples).isNotEmpty();
        assertThat((List<?>) samples.getLast()).hasSize(5).element(1).isEqualTo(4L);
    }

    @Test
    void the_clock_is_read_set_and_moved() throws Exception {
        Map<String, Object> before = ok("GET", "/clock", null);
        assertThat(before).containsEntry("scale", 0.0).containsKeys("now", "millis", "nanos", "nextTimer");

        assertThat(ok("POST", "/clock/advance", "{\"seconds\":90.5}"))
                .containsEntry("millis", (Long) before.get("millis") + 90_500);
        assertThat(ok("PUT", "/clock", "{\"scale\":60}")).containsEntry("scale", 60.0);
        assertThat(ok("PUT", "/clock", "{\"scale\":0}")).containsEntry("scale", 0.0);
        assertThat(ok("POST", "/clock/advance", "{\"until\":\"2100-01-01T00:00:00Z\"}"))
                .containsEntry("now", "2100-01-01T00:00:00Z");
    }

    @Test
    void the_clock_steps_to_its_next_timer() throws Exception {
        boolean[] ran = new boolean[1];
        box.bench.scheduler().after(Duration.ofHours(5), "test", () -> ran[0] = true);
        for (int i = 0; i < 1000 && !ran[0]; i++) {
            Map<String, Object> clock = ok("GET", "/clock", null);
            assertThat(ok("POST", "/clock/advance", "{\"toNextTimer\":true}"))
                    .containsEntry("now", clock.get("nextTimer"));
            if (box.bench.clock().nextTimer() == null) {
                break;
            }
        }
        assertThat(ran[0]).isTrue();
    }

    @Test
    void faults_are_injected_listed_and_removed() throws Exception {
        Map<String, Object> fault = json(201, "POST", "/faults", """
                {"service":"kinesis","operation":"PutRecord","effect":{"type":"failure","code":"X","status":503,
                 "message":"m","done":true},"rate":0.5,"seed":7,"lastsSeconds":60}""");
        json(201, "POST", "/faults", "{\"effect\":{\"type\":\"latency\",\"minMillis\":5,\"maxMillis\":9}}");
        json(201, "POST", "/faults", "{\"effect\":{\"type\":\"throttle\"}}");
        json(201, "POST", "/faults", "{\"effect\":{\"type\":\"partialFailure\"}}");
        json(201, "POST", "/faults", "{\"effect\":{\"type\":\"outage\"}}");
        json(201, "POST", "/faults", "{\"effect\":{\"type\":\"duplicate\"}}");
        json(201, "POST", "/faults", "{\"effect\":{\"type\":\"reorder\",\"places\":5}}");

        assertThat(fault).containsEntry("service", "kinesis").containsEntry("resource", "*")
                .containsEntry("rate", 0.5).containsEntry("seed", 7L).containsEntry("lastsSeconds", 60.0)
                .containsEntry("effect",
                        Map.of("type", "failure", "code", "X", "status", 503L, "message", "m", "done", true));
        List<Map<String, Object>> active = list(ok("GET", "/faults", null), "faults");
        assertThat(active).hasSize(7);
        assertThat(active).extracting(f -> map(f, "effect").get("type")).contains("latency", "throttle",
                "partialFailure", "outage", "duplicate", "reorder");

        assertThat(list(ok("DELETE", "/faults/" + fault.get("id"), null), "faults")).hasSize(6);
        assertThat(list(ok("DELETE", "/faults", null), "faults")).isEmpty();
    }

    @Test
    void quotas_are_read_overridden_and_lifted() throws Exception {
        var value = box.bench.quotas().define(new Quotas.Quota("fake.rate", 10, "records/s", true, "https://x"));

        assertThat(ok("PUT", "/quotas/fake.rate", "{\"value\":3}")).containsEntry("value", 3L)
                .containsEntry("default", 10L).containsEntry("overridden", true);
        assertThat(value.getAsLong()).isEqualTo(3);
        assertThat(ok("PUT", "/quotas/fake.rate", "{\"value\":null}")).containsEntry("value", 10L);
        assertThat(ok("PUT", "/quotas", "{\"lifted\":true}")).containsEntry("lifted", true);
        assertThat(value.getAsLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(list(ok("GET", "/quotas", null), "quotas")).anySatisfy(
                q -> assertThat(q).containsEntry("key", "fake.rate").containsEntry("value", null));
    }

    @Test
    void reset_makes_services_forget() throws Exception {
        assertThat(ok("POST", "/reset?service=fake", null)).containsEntry("reset", List.of("fake"));
        assertThat(service.pipes).isEmpty();
        service.pipe("pipe", "new");
        ok("POST", "/reset", null);
        assertThat(service.pipes).isEmpty();
    }

    @Test
    void events_are_read_from_a_number_on() throws Exception {
        box.bench.events().publish("first", "", "a");
        box.bench.events().publish("second", pipe.arn().toString(), "b");
        List<Map<String, Object>> all = list(ok("GET", "/events", null), "events");
        Object number = all.get(all.size() - 2).get("number");

        assertThat(list(ok("GET", "/events?since=" + number, null), "events")).singleElement().satisfies(
                e -> assertThat(e).containsEntry("type", "second").containsEntry("resource", pipe.arn().toString())
                        .containsEntry("text", "b").containsKey("time"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"GET|/nothing||404", "GET|||404", "GET|/clock/||404", "POST|/clock||405",
            "DELETE|/health||405", "PUT|/clock|{|400", "PUT|/clock|[]|400", "PUT|/clock|{}|400", "PUT|/clock||400",
            "PUT|/clock|{\"scale\":-1}|400", "PUT|/clock|{\"scale\":1e9}|400", "PUT|/clock|{\"scale\":\"1\"}|400",
            "PUT|/clock|{\"scale\":1,\"x\":1}|400", "PUT|/clock|{\"scale\":1} x|400", "POST|/clock/advance|{}|400",
            "POST|/clock/advance|{\"seconds\":-1}|400", "POST|/clock/advance|{\"seconds\":null}|400",
            "POST|/clock/advance|{\"seconds\":1,\"toNextTimer\":true}|400",
            "POST|/clock/advance|{\"until\":\"tomorrow\"}|400", "POST|/faults|{}|400",
            "POST|/clock/advance|{\"toNextTimer\":false}|400",
            "POST|/faults|{\"effect\":{\"type\":\"magic\"}}|400",
            "POST|/faults|{\"effect\":{\"type\":\"throttle\"},\"rate\":0}|400",
            "POST|/faults|{\"effect\":{\"type\":\"throttle\"},\"rate\":1.1}|400",
            "POST|/faults|{\"effect\":{\"type\":\"failure\",\"status\":200}}|400",
            "POST|/faults|{\"effect\":{\"type\":\"failure\",\"done\":1}}|400",
            "POST|/faults|{\"effect\":{\"type\":\"reorder\",\"places\":0}}|400",
            "POST|/faults|{\"effect\":{\"type\":\"latency\",\"minMillis\":9,\"maxMillis\":5}}|400",
            "DELETE|/faults/none||404", "PUT|/quotas/none|{\"value\":1}|404", "PUT|/quotas|{\"lifted\":1}|400",
            "PUT|/quotas|{}|400", "POST|/reset?service=none||404", "GET|/events?since=x||400",
            "GET|/metrics/history||400", "GET|/metrics/history?arn=none||404", "GET|/plugins||501",
            "POST|/plugins|x|501", "DELETE|/plugins/x||501",
            "POST|/api/none/Op|{}|404"})
    void mistakes_are_told_clearly(String method, String path, String body, int status) throws Exception {
        Map<String, Object> answer = json(status, method, path == null ? "" : path, body);

        assertThat(map(answer, "error").get("code")).asString().isNotEmpty();
        assertThat(map(answer, "error").get("message")).asString().isNotEmpty();
    }

    @Test
    void values_out_of_range_do_not_change_a_quota() throws Exception {
        var value = box.bench.quotas().define(new Quotas.Quota("fake.rate", 10, "records/s", true, "https://x"));
        for (String body : List.of("{\"value\":0}", "{\"value\":1.5}", "{}", "{\"value\":99999999999999999999}")) {
            json(400, "PUT", "/quotas/fake.rate", body);
        }
        assertThat(value.getAsLong()).isEqualTo(10);
    }

    @Test
    void a_service_may_answer_below_the_control_api() throws Exception {
        assertThat(box.send("POST", "/_aforo/fake/x", "to the protocols").body()).isEqualTo("to the protocols");
        assertThat(box.send("POST", "/_aforo/fakes", "x").statusCode()).isEqualTo(404);
    }

    @Test
    void deep_nesting_is_refused_not_recursed_into() throws Exception {
        json(400, "PUT", "/clock", "{\"scale\":" + "[".repeat(100_000));
    }

    private Map<String, Object> ok(String method, String path, String body) throws Exception {
        return json(200, method, path, body);
    }

    private Map<String, Object> json(int status, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = box.send(method, "/_aforo" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        return Json.object(ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> in, String name) {
        return (List<Map<String, Object>>) in.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> in, String name) {
        return (Map<String, Object>) in.get(name);
    }
}
