package org.aforo.service.streams.internal.op;

import java.time.Instant;

import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.AccountSettings;
import org.aforo.service.streams.internal.Streams;

/**
 * DescribeAccountSettings.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_DescribeAccountSettings.html">AWS</a>
 */
public record DescribeAccountSettings(Streams streams) {

    public record Output(Commitment minimumThroughputBillingCommitment) {
    }

    /** MinimumThroughputBillingCommitmentOutput. */
    public record Commitment(String status, Instant startedAt, Instant endedAt, Instant earliestAllowedEndAt) {

        private static final Commitment NONE = new Commitment("DISABLED", null, null, null);

        static Commitment of(AccountSettings.Commitment known, long now) {
            if (known == null) {
                return NONE;
            }
            String status = known.status(now);
            Instant started = Instant.ofEpochMilli(known.started());
            return status.equals(NONE.status)
                    ? new Commitment(status, started, Instant.ofEpochMilli(known.ends()), null)
                    : new Commitment(status, started, null, Instant.ofEpochMilli(known.earliestEnd()));
        }
    }

    public Output handle(Void in, Call call) {
        return new Output(Commitment.of(streams.accountSettings().commitment(call.account(), call.region()),
                streams.bench().clock().millis()));
    }
}
