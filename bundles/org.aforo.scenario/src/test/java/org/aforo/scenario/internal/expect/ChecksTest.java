package org.aforo.scenario.internal.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Check.Result;
import org.aforo.scenario.Progress;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.Timeline;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.produce.Producer;
import org.aforo.scenario.internal.record.Delays;
import org.aforo.scenario.internal.record.Ledger;
import org.junit.jupiter.api.Test;

/** What becomes of those that take no part. */
class ChecksTest {

    private static final String LEFT_OUT = "left out: 'python3 -c ...' fails here";

    /** Sends, or receives, one record; or takes no part. */
    private record End(String name, String skipped) implements Producer, Consumer {

        private Ledger one() {
            Ledger ledger = new Ledger();
            if (skipped.isEmpty()) {
                ledger.add("k", "record".getBytes(StandardCharsets.US_ASCII));
            }
            return ledger;
        }

        @Override
        public Ledger sent() {
            return one();
        }

        @Override
        public Ledger received() {
            return one();
        }

        @Override
        public Delays delays() {
            return new Delays();
        }

        @Override
        public void prepare() {
            // nothing to do
        }

        @Override
        public void run() {
            // is done already
        }

        @Override
        public void stop() {
            // is done already
        }

        @Override
        public String failure() {
            return "";
        }
    }

    private static List<Result> results(String ofProducer, String ofConsumer) throws InterruptedException {
        Expectation received = new Expectation.Received(List.of("p"), List.of("c"), true, false);
        Scenario scenario = new Scenario("s", "", 1, 0, List.of(), List.of(), List.of(), List.of(), List.of(),
                Duration.ZERO, Duration.ZERO, List.of(received), List.of());
        Flowed flowed = new Flowed(List.of(new End("p", ofProducer)), List.of(new End("c", ofConsumer)), List.of(),
                List.of(), new Timeline());
        Progress silent = new Progress() {
            @Override
            public void say(String line) {
                // not looked at
            }

            @Override
            public void show(List<String> lines) {
                // not looked at
            }
        };
        return new Checks(null, null, flowed).all(scenario, silent).stream().map(Check::result).toList();
    }

    @Test
    void whatIsReceivedHolds() throws InterruptedException {
        assertThat(results("", "")).containsExactly(Result.PASSED, Result.PASSED, Result.PASSED);
    }

    @Test
    void aConsumerThatCanNotRunFailsNothing() throws InterruptedException {
        assertThat(results("", LEFT_OUT)).containsExactly(Result.PASSED, Result.SKIPPED, Result.SKIPPED);
    }

    @Test
    void aProducerThatCanNotRunFailsNothing() throws InterruptedException {
        assertThat(results(LEFT_OUT, "")).containsExactly(Result.SKIPPED, Result.PASSED, Result.SKIPPED);
    }
}
