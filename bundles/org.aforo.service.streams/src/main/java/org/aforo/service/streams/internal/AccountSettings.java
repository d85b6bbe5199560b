package org.aforo.service.streams.internal;

import java.time.Duration;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * What an account has chosen in a region: whether it is committed to pay for a minimum of throughput, which unlocks
 * warm throughput and more consumers ("On-demand Advantage"). Kept in the bench's metadata. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateAccountSettings.html">AWS</a>
 */
public final class AccountSettings {

    /** A commitment lasts as long at least. */
    static final long SHORTEST_MILLIS = Duration.ofHours(24).toMillis();

    private final Bench bench;
    private final Limits limits;
    private final MetaMap<Commitment> stored;

    /**
     * A commitment, in milliseconds since the epoch.
     *
     * @param started when it was entered
     * @param ends    when it ends, or ended; null while nobody asked for its end
     */
    public record Commitment(long started, Long ends) {

        /** When it may end at the earliest. */
        public long earliestEnd() {
            return started + SHORTEST_MILLIS;
        }

        /** Whether it holds at a moment. */
        boolean holds(long now) {
            return ends == null || now < ends;
        }

        /** In AWS's word. */
        public String status(long now) {
            if (ends == null) {
                return "ENABLED";
            }
            return holds(now) ? "ENABLED_UNTIL_EARLIEST_ALLOWED_END" : "DISABLED";
        }
    }

    AccountSettings(Bench bench, Limits limits) {
        this.bench = bench;
        this.limits = limits;
        this.stored = bench.metadata().map("kinesis.commitments", Commitment.class);
    }

    private static String key(String account, String region) {
        return account + '/' + region;
    }

    /** The newest commitment, be it over; null when there was none. */
    public Commitment commitment(String account, String region) {
        return stored.get(key(account, region)).orElse(null);
    }

    /** Enters a commitment, or takes back its end; one that holds stays as it is. */
    public Commitment enable(String account, String region) {
        long now = bench.clock().millis();
        return stored.update(key(account, region),
                known -> known != null && known.holds(now) ? new Commitment(known.started, null)
                        : new Commitment(now, null))
                .orElseThrow();
    }

    /** Ends a commitment, not before it has lasted a day. Null when there was none. */
    public Commitment disable(String account, String region) {
        long now = bench.clock().millis();
        return stored.update(key(account, region),
                known -> known == null || known.ends != null ? known
                        : new Commitment(known.started, Math.max(now, known.earliestEnd())))
                .orElse(null);
    }

    private boolean advantage(String account, String region) {
        Commitment known = commitment(account, region);
        return known != null && known.holds(bench.clock().millis());
    }

    /** Whether a stream is an "On-demand Advantage" one. */
    public boolean advantage(StreamMeta stream) {
        return stream.onDemand() && advantage(stream.account(), stream.region());
    }

    /** How many consumers a stream may have. */
    long consumers(StreamMeta stream) {
        return (advantage(stream) ? limits.consumersAdvantage : limits.consumers).getAsLong();
    }

    /**
     * Whether a stream may be kept ready for a throughput.
     *
     * @param mibps null for none asked, which is right in any case
     */
    public void checkWarm(StreamName name, String mode, Integer mibps) throws AwsError {
        if (mibps == null) {
            return;
        }
        if (!mode.equals(StreamMeta.ON_DEMAND)) {
            throw Errors.validation("Warm throughput can be set for streams in ON_DEMAND mode only.");
        }
        if (!advantage(name.account(), name.region())) {
            throw Errors.validation("Warm throughput can be set only in accounts that have "
                    + "MinimumThroughputBillingCommitment enabled.");
        }
        long most = limits.onDemandShards(name.region());
        if (mibps > most) {
            throw Errors.limit("Stream " + name.label() + " can't be scaled to more than " + most + " MiBps.");
        }
    }

    void reset() {
        stored.clear();
    }
}
