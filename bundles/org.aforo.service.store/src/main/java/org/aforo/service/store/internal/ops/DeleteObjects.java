package org.aforo.service.store.internal.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.fault.Faults;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.disk.Bucket;

/**
 * Deletes up to a thousand objects, each for itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
 */
public record DeleteObjects(Context context, Faults faults) {

    private static final int MOST = 1_000;

    public record Identifier(String key, String versionId, String eTag) {
    }

    public record Delete(List<Identifier> objects, Boolean quiet) {
    }

    public record Input(String bucket, Delete delete) {
    }

    public record Deleted(String key) {
    }

    public record Failed(String key, String versionId, String code, String message) {
    }

    public record Output(List<Deleted> deleted, List<Failed> errors) {
    }

    public Output handle(Input input, Call call) {
        Bucket bucket = context.bucket(input.bucket);
        List<Identifier> wanted = input.delete.objects;
        if (wanted == null || wanted.isEmpty() || wanted.size() > MOST) {
            throw S3Error.malformedXml();
        }
        List<Deleted> deleted = new ArrayList<>();
        List<Failed> failed = new ArrayList<>();
        for (Identifier one : wanted) {
            Optional<AwsError> error = delete(bucket, one);
            if (error.isPresent()) {
                failed.add(new Failed(one.key, one.versionId, error.get().code(), error.get().getMessage()));
            } else if (!Boolean.TRUE.equals(input.delete.quiet)) {
                deleted.add(new Deleted(one.key));
            }
        }
        return new Output(deleted, failed);
    }

    private Optional<AwsError> delete(Bucket bucket, Identifier one) {
        AwsError injected = faults.any() ? faults.entry("s3", "DeleteObjects", bucket.name()) : null;
        if (injected != null) {
            return Optional.of(injected);
        }
        try {
            String key = context.key(one.key);
            if (one.versionId != null && !one.versionId.equals("null")) {
                throw S3Error.noSuchVersion(key, one.versionId);
            }
            Conditions conditions = Conditions.write(one.eTag, null);
            bucket.delete(key, before -> conditions.checkWrite(key, before));
            return Optional.ofNullable(faults.any() ? faults.entryAnswer("s3", "DeleteObjects", bucket.name()) : null);
        } catch (AwsError e) {
            return Optional.of(e);
        }
    }
}
