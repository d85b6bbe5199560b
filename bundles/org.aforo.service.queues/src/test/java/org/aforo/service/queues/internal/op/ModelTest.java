package org.aforo.service.queues.internal.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.service.queues.internal.QueuesService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.aforo.service.queues.internal.op.Sqs.in;
import static org.assertj.core.api.Assertions.assertThat;

/** What AWS's model says, operation by operation: all are there, and none does without what it requires. */
class ModelTest {

    private static final Sqs SQS = new Sqs();
    private static final JsonNode MODEL = new JsonMapper()
            .readTree(QueuesService.class.getResourceAsStream("/model/sqs-2012-11-05-model.json"));

    @AfterAll
    static void close() {
        SQS.close();
    }

    /** A member that an operation requires, and an input without it that has all the others. */
    record Lacking(String operation, String member, Map<String, Object> input) {
        @Override
        public String toString() {
            return operation + " without " + member;
        }
    }

    static Stream<Lacking> required() {
        String url = SQS.queue("a");
        List<Lacking> all = new ArrayList<>();
        MODEL.path("operations").properties().forEach(operation -> {
            JsonNode shape = shape(operation.getValue().path("input").path("shape").asString());
            for (JsonNode lacking : shape.path("required")) {
                Map<String, Object> input = in();
                shape.path("required").forEach(member -> input.put(member.asString(),
                        value(url, member.asString(), shape)));
                input.remove(lacking.asString());
                all.add(new Lacking(operation.getKey(), lacking.asString(), input));
            }
        });
        return all.stream();
    }

    private static JsonNode shape(String name) {
        return MODEL.path("shapes").path(name);
    }

    private static Object value(String url, String member, JsonNode shape) {
        return switch (shape(shape.path("members").path(member).path("shape").asString()).path("type").asString()) {
            case "list" -> List.of(member.equals("Entries") ? in("Id", "1") : "x");
            case "map" -> Map.of("x", "y");
            case "integer" -> 1;
            default -> member.equals("QueueUrl") ? url : "x";
        };
    }

    @ParameterizedTest
    @MethodSource("required")
    void whatIsRequiredMustBeThere(Lacking lacking) {
        Answer json = SQS.jsonOf(lacking.operation, lacking.input);
        Answer query = SQS.queryOf(lacking.operation, lacking.input);

        assertThat(json.status()).isEqualTo(400);
        if (lacking.member.equals("Entries")) {
            assertThat(json.header("x-amzn-query-error")).isEqualTo("AWS.SimpleQueueService.EmptyBatchRequest;Sender");
            assertThat(query.element("Code")).isEqualTo("AWS.SimpleQueueService.EmptyBatchRequest");
            assertThat(query.element("Message")).isEqualTo("There should be at least one " + lacking.operation
                    + "RequestEntry in the request.");
            return;
        }
        String message = "The request must contain the parameter " + lacking.member + '.';
        assertThat(json.members()).isEqualTo(Map.of("__type", "com.amazonaws.sqs#MissingRequiredParameterException",
                "message", message));
        assertThat(json.header("x-amzn-query-error")).isEqualTo("MissingParameter;Sender");
        if (lacking.member.equals("QueueUrl")) {
            assertThat(query.element("Code")).isEqualTo("InvalidAddress");
        } else {
            assertThat(query.status()).isEqualTo(400);
            assertThat(query.element("Code")).isEqualTo("MissingParameter");
            assertThat(query.element("Message")).isEqualTo(message);
        }
    }

    @Test
    void everyOperationIsBuilt() {
        List<String> names = new ArrayList<>();
        MODEL.path("operations").properties().forEach(each -> names.add(each.getKey()));

        assertThat(names).hasSize(23);
        for (String name : names) {
            assertThat(SQS.json(name).text()).as(name).doesNotContain("UnknownOperation");
        }
    }
}
