package org.aforo.service.store.internal.ops;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;

/** A bucket's region; nothing for us-east-1, as of old. */
public record GetBucketLocation(Context context) {

    public record Input(String bucket) {
    }

    public record Output(String locationConstraint) {
    }

    public Output handle(Input input, Call call) {
        String region = context.bucket(input.bucket).meta().region();
        return new Output(region.equals(BenchSettings.DEFAULT_REGION) ? null : region);
    }
}
