package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Owner;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Tokens;
import org.aforo.service.store.internal.disk.Bucket;

/** The caller's buckets, by name. */
public record ListBuckets(Context context) {

    private static final int MOST = 10_000;

    public record Input(Integer maxBuckets, String continuationToken, String prefix, String bucketRegion) {
    }

    public record Summary(String name, Instant creationDate, String bucketRegion, String bucketArn) {
    }

    public record Output(List<Summary> buckets, Owner owner, String continuationToken, String prefix) {
    }

    public Output handle(Input input, Call call) {
        int most = input.maxBuckets == null ? MOST : input.maxBuckets;
        if (most < 1 || most > MOST) {
            throw S3Error.invalidArgument("Argument max-buckets must be an integer between 1 and 10000",
                    "max-buckets", String.valueOf(most));
        }
        String after = input.continuationToken == null ? "" : Tokens.read(input.continuationToken);
        List<Summary> found = new ArrayList<>();
        for (Bucket bucket : context.store().buckets()) {
            if (bucket.name().compareTo(after) > 0 && isWanted(bucket, input, call)) {
                if (found.size() == most) {
                    return new Output(found, Owner.of(call.account()), Tokens.write(found.getLast().name),
                            input.prefix);
                }
                found.add(new Summary(bucket.name(), bucket.meta().created(), bucket.meta().region(),
                        bucket.arn().toString()));
            }
        }
        return new Output(found, Owner.of(call.account()), null, input.prefix);
    }

    private static boolean isWanted(Bucket bucket, Input input, Call call) {
        return bucket.meta().owner().equals(call.account())
                && (input.prefix == null || bucket.name().startsWith(input.prefix))
                && (input.bucketRegion == null || bucket.meta().region().equals(input.bucketRegion));
    }
}
