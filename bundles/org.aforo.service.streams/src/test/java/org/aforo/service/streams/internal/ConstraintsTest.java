package org.aforo.service.streams.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.Shape;

import static org.assertj.core.api.Assertions.assertThat;

/** Each constraint of the model on each operation, broken by itself and with others, in AWS's words. */
class ConstraintsTest {

    private static final int MOST_TOLD = 10;
    private static StreamsBench streams;
    private static Map<String, Operation> operations;

    @BeforeAll
    static void open() {
        streams = StreamsBench.unlimited().stream("ticks", 1);
        operations = Model.operations(streams);
    }

    @AfterAll
    static void close() {
        streams.close();
    }

    private static Stream<Operation> constrained() {
        return operations.values().stream().filter(operation -> operation.input().constrained());
    }

    @Test
    void allOperationsButTwoTakeSomethingConstrained() {
        assertThat(operations.values()).filteredOn(operation -> !operation.input().constrained())
                .extracting(Operation::name).containsExactly("DescribeAccountSettings", "DescribeLimits");
        assertThat(constrained().mapToInt(operation -> Broken.of(operation.input()).size()).sum())
                .isGreaterThan(400);
    }

    @TestFactory
    Stream<DynamicTest> eachConstraint() {
        return constrained().flatMap(operation -> Broken.of(operation.input()).stream()
                .map(broken -> DynamicTest.dynamicTest(
                        operation.name() + ' ' + broken.path() + ": " + broken.constraints(),
                        () -> check(operation, broken))));
    }

    private static void check(Operation operation, Broken broken) {
        AwsError error = refused(operation, broken.value());

        assertThat(error.code()).isEqualTo("ValidationException");
        assertThat(error.status()).isEqualTo(400);
        if (broken.told() == null && broken.value().toString().length() > 0 && !missing(broken)) {
            // what is too large is told as far as there is room
            assertThat(error.getMessage()).startsWith("1 validation error detected: Value '")
                    .endsWith("' at '" + broken.path() + "' failed to satisfy constraint: "
                            + broken.constraints().getFirst());
            return;
        }
        assertThat(error.getMessage()).isEqualTo(message(violations(broken)));
    }

    private static boolean missing(Broken broken) {
        return broken.constraints().equals(List.of("Member must not be null"));
    }

    private static List<String> violations(Broken broken) {
        String value = broken.told() == null ? "null" : '\'' + broken.told() + '\'';
        return broken.constraints().stream().map(constraint -> "Value " + value + " at '" + broken.path()
                + "' failed to satisfy constraint: " + constraint).toList();
    }

    private static String message(List<String> violations) {
        List<String> told = violations.subList(0, Math.min(MOST_TOLD, violations.size()));
        return told.size() + " validation error" + (told.size() == 1 ? "" : "s") + " detected: "
                + String.join("; ", told);
    }

    /** Every member broken at once, the first way each can be: AWS counts them and tells all. */
    @TestFactory
    Stream<DynamicTest> allAtOnce() {
        return constrained().map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            Map<String, Object> input = new LinkedHashMap<>();
            List<String> violations = new ArrayList<>();
            for (Broken broken : eachMembersLast(operation.input())) {
                String member = broken.path().split("\\.")[0];
                ((Map<?, ?>) broken.value()).forEach((name, value) -> {
                    if (member.equalsIgnoreCase((String) name)) {
                        input.put((String) name, value);
                    }
                });
                violations.addAll(violations(broken));
            }

            assertThat(refused(operation, input)).hasMessage(message(violations));
        }));
    }

    private static List<Broken> eachMembersLast(Shape shape) {
        Map<String, Broken> last = new LinkedHashMap<>();
        Broken.of(shape).stream().filter(broken -> broken.told() != null || missing(broken))
                .forEach(broken -> last.put(broken.path().split("\\.")[0], broken));
        return List.copyOf(last.values());
    }

    @SuppressWarnings("unchecked")
    private static AwsError refused(Operation operation, Object input) {
        Map<String, Object> members = (Map<String, Object>) input;
        AwsError error = streams.refused(operation.name(), members.entrySet().stream()
                .flatMap(member -> Stream.of(member.getKey(), member.getValue())).toArray());
        assertThat(error).as("%s takes what breaks a constraint", operation.name()).isNotNull();
        return error;
    }

    /** So that the broken requests above fail for what they break, not for anything else that is wrong with them. */
    @TestFactory
    Stream<DynamicTest> theRestIsValid() {
        return operations.values().stream().map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            Map<String, Object> input = Broken.valid(operation.input());
            // not the model's own constraint: needed unless the stream is on demand
            operation.input().members().stream().filter(member -> member.name().equals("ShardCount"))
                    .forEach(member -> input.put("ShardCount", 1));
            AwsError error = streams.refused(operation.name(), input.entrySet().stream()
                    .flatMap(member -> Stream.of(member.getKey(), member.getValue())).toArray());

            assertThat(error == null ? "" : error.getMessage()).doesNotContain("validation error");
        }));
    }
}
