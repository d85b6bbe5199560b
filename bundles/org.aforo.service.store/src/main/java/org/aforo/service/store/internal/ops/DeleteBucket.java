package org.aforo.service.store.internal.ops;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;

/** Deletes an empty bucket; uploads under way in it end. */
public record DeleteBucket(Context context) {

    public record Input(String bucket) {
    }

    public Void handle(Input input, Call call) {
        if (!context.store().delete(context.bucket(input.bucket))) {
            throw S3Error.bucketNotEmpty(input.bucket);
        }
        return null;
    }
}
