package org.aforo.service.store.internal.ops;

import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Objects;
import org.aforo.service.store.internal.Sums;
import org.aforo.service.store.internal.Tags;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * Stores an object, streamed through to its file and checked on the way.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html">PutObject</a>
 */
public record PutObject(Context context) {

    public record Input(String bucket, String key, Payload body, String contentType, String contentEncoding,
            String contentDisposition, String contentLanguage, String cacheControl, String expires,
            String websiteRedirectLocation, String storageClass, Map<String, String> metadata, String ifMatch,
            String ifNoneMatch, String contentMD5, String checksumAlgorithm, String trailer,
            Map<String, String> checksums, String tagging, String sSECustomerAlgorithm) {

        ObjectHeaders headers() {
            return new ObjectHeaders(contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl,
                    expires, websiteRedirectLocation, storageClass, metadata);
        }
    }

    public record Output(String eTag, Map<String, String> checksums) {
    }

    public Output handle(Input input, Call call) {
        context.noCustomerKey(input.sSECustomerAlgorithm);
        Bucket bucket = context.bucket(input.bucket);
        String key = context.key(input.key);
        ObjectHeaders headers = context.headers(input.headers());
        Map<String, String> tags = Tags.parse(input.tagging);
        Claims claims = Claims.of(input.contentMD5, input.checksums, input.checksumAlgorithm, input.trailer);
        Conditions conditions = Conditions.write(input.ifMatch, input.ifNoneMatch);
        conditions.checkWrite(key, bucket.head(key).orElse(null));
        ObjectMeta stored = new Objects(context).put(bucket, key, input.body, claims, headers, tags, conditions);
        return new Output(stored.quotedEtag(), Sums.headers(stored.sum()));
    }
}
