package org.aforo.example.hello;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HelloServiceTest {

    private static final String ARN = "arn:aws:hello:us-east-1:000000000000:greetings";

    @Test
    void greets_by_its_operation_and_by_records() throws Exception {
        try (TestBench bench = TestBench.stepped().with(HelloService::new)) {
            assertThat(bench.call("hello", "Greet", Map.of("Name", "Ana"))).containsEntry("Greeting", "Hello, Ana!");

            bench.bench().destinations().sink(ARN).put(List.of(new FlowRecord("", "", ByteBuffer.wrap(
                    "Luis".getBytes(StandardCharsets.UTF_8)), bench.bench().clock().now())));

            assertThat(bench.resource(ARN).in().snapshot().records()).isEqualTo(2);
        }
    }

    @Test
    void the_wizards_preset_is_good_and_bad_names_are_refused_in_awss_words() {
        try (TestBench bench = TestBench.stepped().with(HelloService::new)) {
            Object preset = bench.service("hello").actions().getFirst().pages().getFirst().fields().getFirst().preset();

            assertThat(bench.dispatcher().validate("hello", "Greet", Map.of("Name", preset))).isEmpty();
            assertThatThrownBy(() -> bench.call("hello", "Greet", Map.of("Name", ""))).isInstanceOf(AwsError.class)
                    .hasMessageContaining("'name' failed to satisfy constraint");
        }
    }
}
