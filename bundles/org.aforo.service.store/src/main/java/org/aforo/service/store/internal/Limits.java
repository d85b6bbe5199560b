package org.aforo.service.store.internal;

import java.util.function.LongSupplier;

import org.aforo.api.quota.Quotas;
import org.aforo.api.quota.Quotas.Quota;

/** S3's limits. Sizes that the protocol depends on can't be lifted. */
public final class Limits {

    private static final String MULTIPART = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html";
    private static final String KEYS = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html";
    private static final String METADATA = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html";
    private static final String BUCKETS = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/BucketRestrictions.html";

    private final LongSupplier buckets;
    private final LongSupplier putBytes;
    private final LongSupplier objectBytes;
    private final LongSupplier partBytes;
    private final LongSupplier parts;
    private final LongSupplier keyBytes;
    private final LongSupplier metadataBytes;

    public Limits(Quotas quotas) {
        buckets = quotas.define(new Quota("s3.buckets", 10_000, "buckets", true, BUCKETS));
        putBytes = quotas.define(new Quota("s3.put-bytes", 5L << 30, "bytes", false, MULTIPART));
        objectBytes = quotas.define(new Quota("s3.object-bytes", 5L << 40, "bytes", false, MULTIPART));
        partBytes = quotas.define(new Quota("s3.min-part-bytes", 5L << 20, "bytes", false, MULTIPART));
        parts = quotas.define(new Quota("s3.parts", 10_000, "parts", false, MULTIPART));
        keyBytes = quotas.define(new Quota("s3.key-bytes", 1_024, "bytes", false, KEYS));
        metadataBytes = quotas.define(new Quota("s3.metadata-bytes", 2_048, "bytes", false, METADATA));
    }

    /** Buckets of an account. */
    public long buckets() {
        return buckets.getAsLong();
    }

    /** Bytes of one PUT, and of a part. */
    public long putBytes() {
        return putBytes.getAsLong();
    }

    /** Bytes of an object uploaded in parts. */
    public long objectBytes() {
        return objectBytes.getAsLong();
    }

    /** Bytes of a part other than the last, at least. */
    public long partBytes() {
        return partBytes.getAsLong();
    }

    /** The highest part number. */
    public long parts() {
        return parts.getAsLong();
    }

    /** Bytes of a key in UTF-8. */
    public long keyBytes() {
        return keyBytes.getAsLong();
    }

    /** Bytes of a client's own metadata. */
    public long metadataBytes() {
        return metadataBytes.getAsLong();
    }
}
