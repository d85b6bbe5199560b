package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.gateway.internal.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallsTest implements ApiCaller {

    @TempDir
    Path data;

    private Box box;
    private Call last;

    @BeforeEach
    void open() {
        box = Box.of(data, this);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void lists_services_and_operations() throws Exception {
        assertThat(box.get("/_aforo/api").body()).isEqualTo("{\"services\":{\"svc\":[\"Echo\",\"Fail\"]}}");
    }

    @Test
    void calls_with_json_and_answers_with_json() throws Exception {
        HttpResponse<String> answer = box.send("POST", "/_aforo/api/svc/Echo?region=eu-west-1&account=123456789012",
                "{\"A\":[1,2.5,true,null,\"x\"],\"B\":{\"C\":9007199254740993}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"A\":[1,2.5,true,null,\"x\"],\"B\":{\"C\":9007199254740993},"
                + "\"Bytes\":\"aGk=\",\"When\":\"1970-01-01T00:00:00Z\"}");
        assertThat(last.region()).isEqualTo("eu-west-1");
        assertThat(last.account()).isEqualTo("123456789012");
        assertThat(last.requestId()).hasSize(36);
    }

    @Test
    void an_aws_error_keeps_its_code_status_and_members() throws Exception {
        HttpResponse<String> answer = box.send("POST", "/_aforo/api/svc/Fail", "{}");

        assertThat(answer.statusCode()).isEqualTo(418);
        assertThat(answer.body()).isEqualTo(
                "{\"error\":{\"code\":\"TeapotException\",\"message\":\"short and stout\",\"Handle\":1}}");
    }

    @Test
    void an_unknown_operation_is_not_found() throws Exception {
        assertThat(box.send("POST", "/_aforo/api/svc/None", "{}").statusCode()).isEqualTo(404);
    }

    @Override
    public Map<String, Set<String>> operations() {
        return Map.of("svc", Set.of("Fail", "Echo"));
    }

    @Override
    public Map<String, Object> call(String service, String operation, Map<String, Object> input, Call call) {
        last = call;
        if (operation.equals("Fail")) {
            throw new AwsError("TeapotException", 418, "short and stout", Map.of("Handle", 1));
        }
        assertThat(List.of(service, operation)).containsExactly("svc", "Echo");
        Map<String, Object> output = new LinkedHashMap<>(input);
        output.put("Bytes", ByteBuffer.wrap("hi".getBytes(StandardCharsets.US_ASCII)));
        output.put("When", Instant.EPOCH);
        return output;
    }

    @Override
    public Description describe(String service, String operation) {
        return new Description("Echoes.", Map.of("type", "object"), Map.of());
    }

    @Override
    public Optional<Invalid> validate(String service, String operation, Map<String, Object> input) {
        return input.isEmpty() ? Optional.empty() : Optional.of(new Invalid(AwsError.client("ValidationException",
                "all wrong"), List.of(new Violation("a", "wrong"))));
    }

    @Test
    void describes_an_operation() throws Exception {
        assertThat(box.get("/_aforo/api/svc/Echo").body()).isEqualTo("{\"service\":\"svc\",\"operation\":\"Echo\","
                + "\"documentation\":\"Echoes.\",\"input\":{\"type\":\"object\"},\"output\":{}}");
        assertThat(box.get("/_aforo/api/svc/None").statusCode()).isEqualTo(404);
    }

    @Test
    void validates_without_calling() throws Exception {
        assertThat(box.send("POST", "/_aforo/api/svc/Echo/validate", "{}").body()).isEqualTo("{\"valid\":true}");
        assertThat(box.send("POST", "/_aforo/api/svc/Echo/validate", "{\"a\":1}").body()).isEqualTo(
                "{\"valid\":false,\"code\":\"ValidationException\",\"message\":\"all wrong\","
                        + "\"violations\":[{\"member\":\"a\",\"message\":\"wrong\"}]}");
        assertThat(last).isNull();
        assertThat(box.send("POST", "/_aforo/api/svc/None/validate", "{}").statusCode()).isEqualTo(404);
    }
}
