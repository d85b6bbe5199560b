package org.aforo.service.store.internal.ops;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.disk.Bucket;

/** Tells that a bucket is there, and where. */
public record HeadBucket(Context context) {

    public record Input(String bucket) {
    }

    public record Output(String bucketArn, String bucketRegion) {
    }

    public Output handle(Input input, Call call) {
        Bucket bucket = context.bucket(input.bucket);
        return new Output(bucket.arn().toString(), bucket.meta().region());
    }
}
