package org.aforo.core.internal.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.fault.Fault;
import org.aforo.api.fault.Fault.Effect;
import org.aforo.core.internal.SteppedTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BenchFaultsTest {

    private static final AwsError THROTTLED = AwsError.client("LimitExceeded", "slow down");
    private static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/orders";

    private final SteppedTime stepped = new SteppedTime();
    private final BenchFaults faults = new BenchFaults(stepped.scheduler, stepped.events);

    @AfterEach
    void close() {
        stepped.close();
    }

    @Test
    void letsAllThroughWhileThereAreNone() throws Exception {
        faults.gate("kinesis", "PutRecord", "orders", THROTTLED);

        assertThat(faults.any()).isFalse();
        assertThat(faults.entry("kinesis", "PutRecords", "orders")).isNull();
    }

    @Test
    void eachEffectFailsACallInItsWay() {
        assertFails(new Effect.Failure("Boom", 418, "on purpose"), "Boom", 418, "on purpose");
        assertFails(new Effect.Throttle(), "LimitExceeded", 400, "slow down");
        assertFails(new Effect.Outage(), "ServiceUnavailable", 503, "Service kinesis is unavailable");
    }

    private void assertFails(Effect effect, String code, int status, String message) {
        faults.clear();
        faults.inject(fault("*", "*", "*", effect, 1, 0, null));
        assertThatThrownBy(() -> faults.gate("kinesis", "PutRecord", "orders", THROTTLED))
                .isInstanceOfSatisfying(AwsError.class, error -> {
                    assertThat(error.code()).isEqualTo(code);
                    assertThat(error.status()).isEqualTo(status);
                    assertThat(error).hasMessage(message);
                });
    }

    @Test
    void latencyHoldsACallUpInBenchTime() {
        faults.inject(fault("kinesis", "*", "*", new Effect.Latency(Duration.ofSeconds(2), Duration.ofSeconds(4)), 1, 9,
                null));
        List<Long> took = new ArrayList<>();
        stepped.scheduler.after(Duration.ofSeconds(1), "calls", () -> {
            for (int i = 0; i < 100; i++) {
                long before = stepped.time.millis();
                gate();
                took.add(stepped.time.millis() - before);
            }
        });

        stepped.advance(1);

        assertThat(took).hasSize(100).allMatch(millis -> millis >= 2_000 && millis <= 4_000);
        assertThat(took.stream().distinct().count()).isGreaterThan(50);
    }

    @Test
    void partialFailureTouchesEntriesOnly() throws Exception {
        faults.inject(fault("kinesis", "PutRecords", "orders", new Effect.PartialFailure("InternalFailure", "lost"), 1,
                0, null));

        faults.gate("kinesis", "PutRecords", "orders", THROTTLED);

        AwsError error = faults.entry("kinesis", "PutRecords", "orders");
        assertThat(error.code()).isEqualTo("InternalFailure");
        assertThat(error).hasMessage("lost");
        assertThat(faults.entry("kinesis", "PutRecord", "orders")).isNull();
    }

    @Test
    void anEntryIsToldOfAFailureThoughItWasDone() {
        faults.inject(fault("kinesis", "PutRecords", "orders", new Effect.PartialFailure("InternalFailure", "lost",
                true), 1, 0, null));

        assertThat(faults.entry("kinesis", "PutRecords", "orders")).isNull();
        assertThat(faults.entryAnswer("kinesis", "PutRecords", "orders")).hasMessage("lost");
    }

    @Test
    void anAnswerIsLostAfterTheCallOnly() throws Exception {
        faults.inject(fault("kinesis", "PutRecord", "*", new Effect.Failure("Lost", 500, "gone", true), 1, 0, null));

        faults.gate("kinesis", "PutRecord", "orders", THROTTLED);
        faults.answer("kinesis", "PutRecords", "orders");

        assertThatThrownBy(() -> faults.answer("kinesis", "PutRecord", "orders")).isInstanceOfSatisfying(AwsError.class,
                error -> assertThat(error.code()).isEqualTo("Lost"));
        faults.clear();
        faults.inject(fault("*", "*", "*", new Effect.Failure("Undone", 500, "never begun"), 1, 0, null));
        faults.answer("kinesis", "PutRecord", "orders");
    }

    @Test
    void aPartIsAskedForWhatTheWholeWasNotAskedFor() throws Exception {
        String part = "orders/shard/shardId-000000000001";
        faults.inject(fault("*", "*", part, new Effect.Throttle(), 1, 0, null));
        faults.gate("kinesis", "PutRecords", "orders", THROTTLED);
        faults.gatePart("kinesis", "PutRecords", "orders/shard/shardId-000000000002", "orders", THROTTLED);
        assertThatThrownBy(() -> faults.gatePart("kinesis", "PutRecords", part, "orders", THROTTLED))
                .isSameAs(THROTTLED);

        faults.clear();
        faults.inject(fault("*", "*", "orders", new Effect.Throttle(), 1, 0, null));
        faults.gatePart("kinesis", "PutRecords", part, "orders", THROTTLED);
        assertThatThrownBy(() -> faults.gate("kinesis", "GetRecords", part, THROTTLED)).isSameAs(THROTTLED);
    }

    @Test
    void servicesAskForTheEffectsTheyBringAboutThemselves() throws Exception {
        faults.inject(fault("sqs", "ReceiveMessage", "work", new Effect.Duplicate(), 0.5, 3, null));
        faults.inject(fault("sqs", "ReceiveMessage", "work", new Effect.Reorder(7), 1, 3, null));
        List<Boolean> again = new ArrayList<>();
        List<Double> lots = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            again.add(faults.strike(Effect.Duplicate.class, "sqs", "ReceiveMessage", "work") != null);
            lots.add(faults.strike(Effect.Reorder.class, "sqs", "ReceiveMessage", "other", "work").lot());
        }

        faults.gate("sqs", "ReceiveMessage", "work", THROTTLED);
        assertThat(faults.strike(Effect.Reorder.class, "sqs", "ReceiveMessage", "other")).isNull();
        assertThat(again.stream().filter(hit -> hit).count()).isBetween(450L, 550L);
        assertThat(lots).allMatch(lot -> lot >= 0 && lot < 1).doesNotHaveDuplicates();
    }

    @Test
    void sameSeedAndSameCallsMakeTheSameChoices() {
        List<Boolean> first = choices(42, 0.3, 10_000);
        List<Boolean> again = choices(42, 0.3, 10_000);
        List<Boolean> other = choices(43, 0.3, 10_000);

        assertThat(again).isEqualTo(first).isNotEqualTo(other);
        assertThat(first.stream().filter(hit -> hit).count()).isBetween(2_800L, 3_200L);
        assertThat(other.stream().filter(hit -> hit).count()).isBetween(2_800L, 3_200L);
    }

    private List<Boolean> choices(long seed, double rate, int calls) {
        faults.clear();
        faults.inject(fault("*", "*", "*", new Effect.PartialFailure("X", "x"), rate, seed, null));
        List<Boolean> hits = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            faults.entry("other", "call", (String) null);
            hits.add(faults.entry("kinesis", "PutRecords", "orders") != null);
        }
        return hits;
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "kinesis, PutRecord, orders,      kinesis, PutRecord,  orders,  true",
            "kinesis, PutRecord, orders,      kinesis, PutRecords, orders,  false",
            "kinesis, Put*,      ord*s,       kinesis, PutRecords, orders,  true",
            "kinesis, *,         *,           firehose, PutRecord, orders,  false",
            "*,       *,         *,           s3,      PutObject,  -,       true",
            "*,       *,         orders,      s3,      PutObject,  -,       false",
            "*,       *,         *a*b*c,      s3,      PutObject,  xaabbcc, true",
            "*,       *,         *a*b*c,      s3,      PutObject,  xaabbcd, false",
            "*,       *,         orders,      kinesis, PutRecord,  " + ARN + ", true",
            "*,       *,         order,       kinesis, PutRecord,  " + ARN + ", false",
            "*,       *, " + ARN + ",         kinesis, PutRecord,  orders,  true",
            "*,       *, arn:aws:kinesis:*:stream/or*, kinesis, PutRecord, " + ARN + ", true",
            "*,       *, arn:aws:kinesis:*:stream/or*, kinesis, PutRecord, orders, true",
            "*,       *,         orders,      kinesis, GetRecords, orders/shard/shardId-000000000001, true",
            "*,       *,         order,       kinesis, GetRecords, orders/shard/shardId-000000000001, false",
            "*,       *,         orders/*1,   kinesis, GetRecords, orders/shard/shardId-000000000001, true",
            "*,       *,         orders/*2,   kinesis, GetRecords, orders/shard/shardId-000000000001, false",
            "*,       *,         orders/*1,   kinesis, GetRecords, orders,  false",
            "*,       *, " + ARN + ",         kinesis, GetRecords, orders/shard/shardId-000000000001, true",
            "*,       *, " + ARN
                    + "/shard/shardId-000000000001, kinesis, GetRecords, orders/shard/shardId-000000000001, "
                    + "true",
            "*,       *, " + ARN
                    + "/shard/shardId-000000000002, kinesis, GetRecords, orders/shard/shardId-000000000001, "
                    + "false",
            "*,       *, arn:aws:s3:::orders, kinesis, PutRecord,  " + ARN + ", false",
    })
    void wildcardsAndNamesOfArns(String service, String operation, String resource, String calledService,
            String calledOperation, String calledResource, boolean hit) {
        faults.inject(fault(service, operation, resource, new Effect.PartialFailure("X", "x"), 1, 0, null));

        assertThat(faults.entry(calledService, calledOperation, calledResource) != null).isEqualTo(hit);
    }

    @Test
    void endsByTheClockAndTellsSo() throws Exception {
        Fault fault = faults.inject(fault("kinesis", "*", "orders", new Effect.Outage(), 1, 0, Duration.ofSeconds(60)));
        stepped.advance(59);
        assertThat(faults.active()).containsExactly(fault);

        stepped.advance(1);

        assertThat(faults.active()).isEmpty();
        faults.gate("kinesis", "PutRecord", "orders", THROTTLED);
        assertThat(stepped.events.since(0)).extracting("type").containsExactly("fault-injected", "fault-expired");
        assertThat(stepped.events.since(0).getFirst().text())
                .isEqualTo("fault-1: outage for 100 % of kinesis * on orders");
    }

    @Test
    void removedByIdOnce() {
        Fault fault = faults.inject(fault("*", "*", "*", new Effect.Throttle(), 1, 0, null));

        assertThat(faults.remove(fault.id())).isTrue();
        assertThat(faults.remove(fault.id())).isFalse();
        assertThat(faults.any()).isFalse();
        assertThat(stepped.events.since(0)).extracting("type").containsExactly("fault-injected", "fault-removed");
    }

    @Test
    void faultsThatMakeNoSenseAreRefused() {
        Effect effect = new Effect.Throttle();
        for (Fault bad : List.of(fault("*", "*", "*", effect, 0, 0, null), fault("*", "*", "*", effect, 1.1, 0, null),
                fault("*", "*", "*", effect, Double.NaN, 0, null), fault(null, "*", "*", effect, 1, 0, null),
                fault("*", "*", "*", null, 1, 0, null), fault("*", "*", "*", effect, 1, 0, Duration.ZERO),
                fault("*", "*", "*", new Effect.Latency(Duration.ofSeconds(2), Duration.ofSeconds(1)), 1, 0, null),
                fault("*", "*", "*", new Effect.Reorder(0), 1, 0, null))) {
            assertThatThrownBy(() -> faults.inject(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(faults.any()).isFalse();
    }

    private void gate() {
        try {
            faults.gate("kinesis", "PutRecord", "orders", THROTTLED);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Fault fault(String service, String operation, String resource, Effect effect, double rate, long seed,
            Duration lasts) {
        return new Fault("ignored", service, operation, resource, effect, rate, seed, lasts);
    }
}
