package org.aforo.scenario.internal.consume;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

import org.aforo.api.Bench;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.internal.record.Delays;
import org.aforo.scenario.internal.record.Ledger;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Notes what a consumer receives. Safe for many threads. */
final class Receipts {

    private static final double NANOS_PER_MILLI = 1e6;

    private static final JsonMapper JSON = new JsonMapper();

    private final Bench bench;
    private final String since;
    private final Meter meter;
    private final Ledger ledger = new Ledger();
    private final Delays delays = new Delays();

    Receipts(Bench bench, ConsumerSpec consumer) {
        this.bench = bench;
        this.since = consumer.since();
        this.meter = bench.meters().open(Consumer.METERED + consumer.name(), "in");
    }

    Ledger ledger() {
        return ledger;
    }

    Delays delays() {
        return delays;
    }

    /**
     * Notes a record.
     *
     * @param arrived when it came in, in milliseconds of bench time
     */
    void add(String key, byte[] data, long arrived) {
        ledger.add(key, data);
        meter.add(1, data.length);
        long onItsWay = Math.max(0, bench.clock().millis() - (since.isEmpty() ? arrived : told(data, arrived)));
        delays.add(onItsWay);
        meter.latency((long) (onItsWay * NANOS_PER_MILLI / scale()));
    }

    /** The time that the record tells itself, where it does. */
    private long told(byte[] data, long arrived) {
        try {
            return Instant.parse(JSON.readTree(data).path(since).asString("")).toEpochMilli();
        } catch (JacksonException | DateTimeException e) {
            return arrived;
        }
    }

    void throttled() {
        meter.throttle(1);
    }

    void failed() {
        meter.error(1);
    }

    /** Waits a while of bench time. */
    void pause(Duration span) throws InterruptedException {
        bench.scheduler().sleep(span);
    }

    private double scale() {
        double scale = bench.clock().scale();
        return scale > 0 ? scale : 1;
    }
}
