package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Selection;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * Reads an object, or a range or part of it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">GetObject</a>
 */
public record GetObject(Context context) {

    public record Input(String bucket, String key, String ifMatch, String ifNoneMatch, Instant ifModifiedSince,
            Instant ifUnmodifiedSince, String range, Integer partNumber, String checksumMode, String versionId,
            String responseContentType, String responseContentEncoding, String responseContentDisposition,
            String responseContentLanguage, String responseCacheControl, String responseExpires,
            String sSECustomerAlgorithm) {

        /** Throws unless the object is wanted; what is wanted of it. */
        Selection select(ObjectMeta object) {
            new Conditions(ifMatch, ifNoneMatch, ifModifiedSince, ifUnmodifiedSince).checkRead(object);
            return Selection.of(object, range, partNumber);
        }
    }

    public record Output(Payload body, Integer statusCode, String acceptRanges, Instant lastModified,
            String contentRange, String eTag, String contentType, String contentEncoding, String contentDisposition,
            String contentLanguage, String cacheControl, String expires, String websiteRedirectLocation,
            String storageClass, Map<String, String> metadata, Map<String, String> checksums, Integer partsCount,
            Integer tagCount) {
    }

    public Output handle(Input input, Call call) {
        context.noCustomerKey(input.sSECustomerAlgorithm);
        Bucket bucket = context.bucket(input.bucket);
        String key = context.key(input.key);
        if (input.versionId != null && !input.versionId.equals("null")) {
            throw S3Error.noSuchVersion(key, input.versionId);
        }
        Bucket.Reading reading = bucket.read(key, object -> {
            Selection selection = input.select(object);
            return new Payload.Region(null, selection.offset(), selection.length());
        }).orElseThrow(() -> S3Error.noSuchKey(key));
        HeadObject.Output head = HeadObject.describe(reading.meta(), input);
        return new Output(reading.body(), head.statusCode(), head.acceptRanges(), head.lastModified(),
                head.contentRange(), head.eTag(), head.contentType(), head.contentEncoding(),
                head.contentDisposition(), head.contentLanguage(), head.cacheControl(), head.expires(),
                head.websiteRedirectLocation(), head.storageClass(), head.metadata(), head.checksums(),
                head.partsCount(), head.tagCount());
    }
}
