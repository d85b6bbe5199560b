package org.aforo.service.firehose.internal;

import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

import org.aforo.api.Bench;
import org.aforo.api.quota.Quotas;

/**
 * Firehose's limits, and the few spans and sizes that AWS keeps to itself.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/limits.html">Quotas</a>
 */
public final class Limits {

    /** Most bytes of data in one batch. */
    public static final long BATCH_BYTES = 4L << 20;

    /** Most bytes of data in one record, 1,000 KiB. */
    public static final long RECORD_BYTES = 1_024_000;

    /** Most tags of one delivery stream. */
    public static final int TAGS = 50;

    private static final String PAGE = "https://docs.aws.amazon.com/firehose/latest/dev/limits.html";
    private static final String RETRY = "https://docs.aws.amazon.com/firehose/latest/dev/retry.html";
    private static final Set<String> LARGE_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");

    private final Quotas quotas;
    private final LongSupplier streams;
    private final LongSupplier control;
    private final LongSupplier backlog;
    private final LongSupplier retention;
    private final LongSupplier createDelay;
    private final Rates large;
    private final Rates small;

    /** What one delivery stream takes in a second by direct puts. */
    record Rates(LongSupplier requests, LongSupplier records, LongSupplier bytes) {
    }

    public Limits(Bench bench) {
        quotas = bench.quotas();
        streams = define("delivery-streams", 5_000, "delivery streams", true, PAGE);
        control = define("control-requests", 5, "requests/s", true, PAGE);
        retention = define("retention-seconds", 86_400, "seconds", false, RETRY);
        backlog = define("backlog-bytes", 1L << 30, "bytes", false, "Aforo: undelivered data a delivery stream holds");
        createDelay = define("create-delay-millis", 500, "milliseconds", false, "Aforo: time spent CREATING, DELETING");
        large = rates("", 2_000, 500_000, 5L << 20);
        small = rates("-small-region", 1_000, 100_000, 1L << 20);
    }

    private Rates rates(String suffix, long requests, long records, long bytes) {
        return new Rates(define("put-requests" + suffix, requests, "requests/s", true, PAGE),
                define("put-records" + suffix, records, "records/s", true, PAGE),
                define("put-bytes" + suffix, bytes, "bytes/s", true, PAGE));
    }

    private LongSupplier define(String what, long value, String unit, boolean liftable, String source) {
        return quotas.define(new Quotas.Quota("firehose." + what, value, unit, liftable, source));
    }

    /** Delivery streams in an account and region. */
    public long streams() {
        return streams.getAsLong();
    }

    /** Calls of one control operation in a second. */
    LongSupplier control() {
        return control;
    }

    /** Undelivered bytes at which a delivery stream takes no more. */
    LongSupplier backlog() {
        return backlog;
    }

    /** How long undelivered records are kept. */
    Duration retention() {
        return Duration.ofSeconds(retention.getAsLong());
    }

    /** How long a delivery stream is being created or deleted. */
    Duration createDelay() {
        return Duration.ofMillis(createDelay.getAsLong());
    }

    Rates rates(String region) {
        return LARGE_REGIONS.contains(region) ? large : small;
    }
}
