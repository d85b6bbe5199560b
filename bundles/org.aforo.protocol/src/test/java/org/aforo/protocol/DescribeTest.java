package org.aforo.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.aforo.api.endpoint.ApiCaller.Invalid;
import org.aforo.api.endpoint.ApiCaller.Violation;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.fake.FakeBench;
import org.aforo.protocol.fake.FakeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DescribeTest {

    private final Dispatcher dispatcher = new Dispatcher(new FakeBench(false).bench());
    private final AtomicInteger calls = new AtomicInteger();

    public record In(String streamName, Integer shardCount) {
    }

    @BeforeEach
    void plug() {
        dispatcher.plug(new FakeService("kinesis",
                AwsApi.of(DescribeTest.class.getResource("/model/kinesis-2013-12-02-model.json"))
                        .operation("CreateStream", In.class, Void.class, (in, call) -> {
                            calls.incrementAndGet();
                            return null;
                        }).build()));
    }

    private Optional<Invalid> validate(Map<String, Object> input) {
        return dispatcher.validate("kinesis", "CreateStream", input);
    }

    @Test
    void tells_what_an_operation_is() {
        var description = dispatcher.describe("kinesis", "CreateStream");

        assertThat(description.documentation()).startsWith("Creates a Kinesis data stream.").doesNotContain("<");
        assertThat(description.input()).containsEntry("type", "object");
    }

    @Test
    void a_good_input_is_good_and_nothing_is_done() {
        assertThat(validate(Map.of("StreamName", "ticks", "ShardCount", 1L))).isEmpty();
        assertThat(calls).hasValue(0);
    }

    @Test
    void each_violation_is_told_in_the_words_that_a_call_is_answered_with() {
        Invalid invalid = validate(Map.of("StreamName", "a b", "ShardCount", 0L)).orElseThrow();

        assertThat(invalid.error().code()).isEqualTo("ValidationException");
        assertThat(invalid.violations()).extracting(Violation::member).containsExactly("streamName", "shardCount");
        assertThat(invalid.violations().get(1).message()).isEqualTo("Value '0' at 'shardCount' failed to satisfy "
                + "constraint: Member must have value greater than or equal to 1");
        assertThat(invalid.error().getMessage()).startsWith("2 validation errors detected: ")
                .endsWith(invalid.violations().get(1).message());
    }

    @Test
    void what_can_not_be_read_has_no_violations() {
        for (Map<String, Object> input : List.<Map<String, Object>>of(Map.of("StreamName", 1L), Map.of("New", "x"),
                Map.of("ShardCount", "many"))) {
            Invalid invalid = validate(input).orElseThrow();
            assertThat(invalid.error().code()).isEqualTo("SerializationException");
            assertThat(invalid.violations()).isEmpty();
        }
    }

    @Test
    void what_is_not_built_is_unknown() {
        assertThatThrownBy(() -> dispatcher.describe("kinesis", "MergeShards")).isInstanceOfSatisfying(AwsError.class,
                e -> assertThat(e.code()).isEqualTo("UnknownOperationException"));
        assertThatThrownBy(() -> dispatcher.validate("none", "X", Map.of())).isInstanceOf(AwsError.class);
    }
}
