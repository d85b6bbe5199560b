package org.aforo.service.store.internal.ops;

import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Encoding;
import org.aforo.service.store.internal.Listing;
import org.aforo.service.store.internal.Owner;
import org.aforo.service.store.internal.Tokens;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * Lists objects by continuation token.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
public record ListObjectsV2(Context context) {

    public record Input(String bucket, String delimiter, String encodingType, Integer maxKeys, String prefix,
            String continuationToken, Boolean fetchOwner, String startAfter) {
    }

    public record Output(Boolean isTruncated, List<ListedObject> contents, String name, String prefix,
            String delimiter, Integer maxKeys, List<CommonPrefix> commonPrefixes, String encodingType,
            Integer keyCount, String continuationToken, String nextContinuationToken, String startAfter) {
    }

    public Output handle(Input input, Call call) {
        Bucket bucket = context.bucket(input.bucket);
        Encoding encoding = Encoding.of(input.encodingType);
        int most = ListObjects.most(input.maxKeys, "max-keys");
        String prefix = ListObjects.or(input.prefix);
        String delimiter = input.delimiter == null || input.delimiter.isEmpty() ? null : input.delimiter;
        String after = input.continuationToken != null ? Tokens.read(input.continuationToken)
                : ListObjects.or(input.startAfter);
        Listing<ObjectMeta> page = Listing.of(bucket.objects(), prefix, delimiter, after, most);
        Owner owner = Boolean.TRUE.equals(input.fetchOwner) ? Owner.of(bucket.meta().owner()) : null;
        return new Output(page.truncated(), ListedObject.of(page.entries(), encoding, owner), input.bucket,
                encoding.write(prefix), encoding.write(delimiter), most,
                CommonPrefix.of(page.prefixes(), encoding), encoding.type(),
                page.entries().size() + page.prefixes().size(), input.continuationToken,
                page.truncated() ? Tokens.write(page.last()) : null, encoding.write(input.startAfter));
    }
}
