package org.aforo.service.store.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

import org.aforo.api.time.BenchClock;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.Store;

/** What every operation needs: the store, the limits, the clock, and the checks that they share. */
public record Context(Store store, Limits limits, BenchClock clock) {

    private static final Set<String> CLASSES = Set.of("STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA",
            "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "OUTPOSTS", "GLACIER_IR", "SNOW", "EXPRESS_ONEZONE");

    /** The bucket, or S3's word on why there is none. */
    public Bucket bucket(String name) {
        return store.find(name).orElseThrow(
                () -> BucketNames.isValid(name) ? S3Error.noSuchBucket(name) : S3Error.invalidBucketName(name));
    }

    /** The key, if it is short enough and well-formed. */
    public String key(String key) {
        byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > limits.keyBytes()) {
            throw S3Error.keyTooLong(utf8.length, limits.keyBytes());
        }
        if (!new String(utf8, StandardCharsets.UTF_8).equals(key)) {
            throw S3Error.invalidArgument("The key isn't well-formed Unicode", "Key", "");
        }
        return key;
    }

    /** The headers, if S3 would keep them. */
    public ObjectHeaders headers(ObjectHeaders headers) {
        if (headers.metadataSize() > limits.metadataBytes()) {
            throw S3Error.metadataTooLarge(headers.metadataSize(), limits.metadataBytes());
        }
        if (headers.storageClass() != null && !CLASSES.contains(headers.storageClass())) {
            throw S3Error.invalidStorageClass(headers.storageClass());
        }
        return headers;
    }

    /** Refuses encryption with the client's own key. */
    public void noCustomerKey(String algorithm) {
        if (algorithm != null) {
            throw S3Error.notImplemented("x-amz-server-side-encryption-customer-algorithm");
        }
    }

    public Instant now() {
        return clock.now();
    }
}
