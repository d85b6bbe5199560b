package org.aforo.service.streams.internal.op;

import org.aforo.api.endpoint.Call;
import org.aforo.service.streams.internal.AccountSettings;
import org.aforo.service.streams.internal.Streams;

/**
 * UpdateAccountSettings.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateAccountSettings.html">AWS</a>
 */
public record UpdateAccountSettings(Streams streams) {

    public record Input(Commitment minimumThroughputBillingCommitment) {
    }

    /** MinimumThroughputBillingCommitmentInput. */
    public record Commitment(String status) {
    }

    public record Output(DescribeAccountSettings.Commitment minimumThroughputBillingCommitment) {
    }

    public Output handle(Input in, Call call) {
        AccountSettings settings = streams.accountSettings();
        AccountSettings.Commitment now = in.minimumThroughputBillingCommitment.status.equals("ENABLED")
                ? settings.enable(call.account(), call.region())
                : settings.disable(call.account(), call.region());
        return new Output(DescribeAccountSettings.Commitment.of(now, streams.bench().clock().millis()));
    }
}
