package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Selection;
import org.aforo.service.store.internal.Sums;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.ObjectMeta;

/** All that GetObject tells, without the bytes. */
public record HeadObject(Context context) {

    public record Output(Integer statusCode, String acceptRanges, Instant lastModified, Long contentLength,
            String contentRange, String eTag, String contentType, String contentEncoding, String contentDisposition,
            String contentLanguage, String cacheControl, String expires, String websiteRedirectLocation,
            String storageClass, Map<String, String> metadata, Map<String, String> checksums, Integer partsCount,
            Integer tagCount) {
    }

    public Output handle(GetObject.Input input, Call call) {
        context.noCustomerKey(input.sSECustomerAlgorithm());
        Bucket bucket = context.bucket(input.bucket());
        String key = context.key(input.key());
        if (input.versionId() != null && !input.versionId().equals("null")) {
            throw S3Error.noSuchVersion(key, input.versionId());
        }
        return describe(bucket.head(key).orElseThrow(() -> S3Error.noSuchKey(key)), input);
    }

    static Output describe(ObjectMeta object, GetObject.Input input) {
        Selection selection = input.select(object);
        ObjectHeaders headers = object.headers();
        boolean summed = "ENABLED".equalsIgnoreCase(input.checksumMode()) && selection.length() == object.size();
        return new Output(selection.partial() ? 206 : 200, "bytes", object.modified(), selection.length(),
                selection.contentRange(), object.quotedEtag(), or(input.responseContentType(), headers.contentType()),
                or(input.responseContentEncoding(), headers.contentEncoding()),
                or(input.responseContentDisposition(), headers.contentDisposition()),
                or(input.responseContentLanguage(), headers.contentLanguage()),
                or(input.responseCacheControl(), headers.cacheControl()),
                or(input.responseExpires(), headers.expires()), headers.redirect(), headers.storageClass(),
                headers.metadata(), summed ? Sums.headers(object.sum()) : Map.of(),
                input.partNumber() == null || object.parts().isEmpty() ? null : Integer.valueOf(object.parts().size()),
                object.tags().isEmpty() ? null : Integer.valueOf(object.tags().size()));
    }

    private static String or(String wanted, String kept) {
        return wanted == null ? kept : wanted;
    }
}
