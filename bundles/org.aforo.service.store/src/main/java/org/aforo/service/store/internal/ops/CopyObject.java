package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.CopySource;
import org.aforo.service.store.internal.Objects;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Tags;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.checksum.Sum;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * Makes an object of another one.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">CopyObject</a>
 */
public record CopyObject(Context context) {

    public record Input(String bucket, String key, String copySource, String copySourceIfMatch,
            String copySourceIfNoneMatch, Instant copySourceIfModifiedSince, Instant copySourceIfUnmodifiedSince,
            String contentType, String contentEncoding, String contentDisposition, String contentLanguage,
            String cacheControl, String expires, String websiteRedirectLocation, String storageClass,
            Map<String, String> metadata, String ifMatch, String ifNoneMatch, String metadataDirective,
            String taggingDirective, String tagging, String checksumAlgorithm, String sSECustomerAlgorithm) {

        ObjectHeaders headers() {
            return new ObjectHeaders(contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl,
                    expires, websiteRedirectLocation, storageClass, metadata);
        }

        boolean replaces(String directive, String name) {
            if (directive == null || directive.equals("COPY")) {
                return false;
            }
            if (directive.equals("REPLACE")) {
                return true;
            }
            throw S3Error.invalidArgument("Unknown " + name + " directive.", "x-amz-" + name + "-directive",
                    directive);
        }
    }

    public record Result(String eTag, Instant lastModified, String checksumType, String checksumCRC32,
            String checksumCRC32C, String checksumCRC64NVME, String checksumSHA1, String checksumSHA256) {
    }

    public record Output(Result copyObjectResult) {
    }

    public Output handle(Input input, Call call) {
        context.noCustomerKey(input.sSECustomerAlgorithm);
        CopySource source = CopySource.parse(input.copySource);
        Bucket target = context.bucket(input.bucket);
        String key = context.key(input.key);
        boolean replaced = input.replaces(input.metadataDirective, "metadata");
        boolean retagged = input.replaces(input.taggingDirective, "tagging");
        refuseNoChange(input, source, replaced);
        Bucket.Reading reading = open(input, source);
        ObjectMeta from = reading.meta();
        ObjectHeaders headers = replaced ? context.headers(input.headers())
                : context.headers(from.headers().copied(input.storageClass, input.websiteRedirectLocation));
        Map<String, String> tags = retagged ? Tags.parse(input.tagging) : from.tags();
        Conditions conditions = Conditions.write(input.ifMatch, input.ifNoneMatch);
        ObjectMeta copy = new Objects(context).put(target, key, reading.body(),
                Claims.computed(algorithm(input, from)), headers, tags, conditions);
        return new Output(result(copy));
    }

    private Bucket.Reading open(Input input, CopySource source) {
        Conditions conditions = new Conditions(input.copySourceIfMatch, input.copySourceIfNoneMatch,
                input.copySourceIfModifiedSince, input.copySourceIfUnmodifiedSince);
        return context.bucket(source.bucket()).read(source.key(), object -> {
            conditions.checkSource(object);
            if (object.size() > context.limits().putBytes()) {
                throw S3Error.invalidRequest("The specified copy source is larger than the maximum allowable size for "
                        + "a copy source: " + context.limits().putBytes());
            }
            return Bucket.Cut.ALL.of(object);
        }).orElseThrow(() -> S3Error.noSuchKey(source.key()));
    }

    private static Algorithm algorithm(Input input, ObjectMeta from) {
        if (input.checksumAlgorithm != null) {
            return Algorithm.named(input.checksumAlgorithm).orElseThrow(() -> S3Error.invalidRequest(
                    "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
                            + "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"));
        }
        return from.sum() == null ? null : from.sum().algorithm();
    }

    private static void refuseNoChange(Input input, CopySource source, boolean replaced) {
        boolean same = source.bucket().equals(input.bucket) && source.key().equals(input.key);
        if (same && !replaced && input.storageClass == null && input.websiteRedirectLocation == null) {
            throw S3Error.invalidRequest("This copy request is illegal because it is trying to copy an object to "
                    + "itself without changing the object's metadata, storage class, website redirect location or "
                    + "encryption attributes.");
        }
    }

    private static Result result(ObjectMeta copy) {
        Sum sum = copy.sum();
        return new Result(copy.quotedEtag(), copy.modified(), sum.type(), sum.value(Algorithm.CRC32),
                sum.value(Algorithm.CRC32C), sum.value(Algorithm.CRC64NVME), sum.value(Algorithm.SHA1),
                sum.value(Algorithm.SHA256));
    }
}
