package org.aforo.service.store.internal.ops;

import java.util.Optional;
import java.util.regex.Pattern;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.BucketNames;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.BucketMeta;

/**
 * Creates a bucket. Names are the whole bench's; creating one's own again is fine in us-east-1 and an
 * error elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
 */
public record CreateBucket(Context context) {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    public record Configuration(String locationConstraint) {
    }

    public record Input(String bucket, Configuration createBucketConfiguration) {
    }

    public record Output(String location, String bucketArn) {
    }

    public Output handle(Input input, Call call) {
        if (!BucketNames.isValid(input.bucket)) {
            throw S3Error.invalidBucketName(input.bucket);
        }
        String region = region(input.createBucketConfiguration, call.region());
        checkCount(call.account());
        Optional<Bucket> there = context.store().create(input.bucket,
                new BucketMeta(call.account(), region, context.now()));
        if (there.isPresent()) {
            refuse(there.get(), region, call);
        }
        return new Output('/' + input.bucket, "arn:aws:s3:::" + input.bucket);
    }

    private static void refuse(Bucket there, String region, Call call) {
        if (!there.meta().owner().equals(call.account())) {
            throw S3Error.bucketAlreadyExists(there.name());
        }
        boolean both = there.meta().region().equals(BenchSettings.DEFAULT_REGION)
                && region.equals(BenchSettings.DEFAULT_REGION);
        if (!both) {
            throw S3Error.bucketAlreadyOwnedByYou(there.name());
        }
    }

    private void checkCount(String account) {
        long owned = context.store().buckets().stream().filter(b -> b.meta().owner().equals(account)).count();
        if (owned >= context.limits().buckets()) {
            throw S3Error.tooManyBuckets();
        }
    }

    private static String region(Configuration configuration, String endpoint) {
        String wanted = configuration == null ? null : configuration.locationConstraint;
        boolean global = endpoint.equals(BenchSettings.DEFAULT_REGION);
        if (wanted == null || wanted.isEmpty()) {
            if (!global) {
                throw S3Error.illegalLocation("unspecified");
            }
            return endpoint;
        }
        String region = wanted.equals("EU") ? "eu-west-1" : wanted;
        if (!REGION.matcher(region).matches() || region.equals(BenchSettings.DEFAULT_REGION)) {
            throw S3Error.invalidLocation(wanted);
        }
        if (!global && !region.equals(endpoint)) {
            throw S3Error.illegalLocation(wanted);
        }
        return region;
    }
}
