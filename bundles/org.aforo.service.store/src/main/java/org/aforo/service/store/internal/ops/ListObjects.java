package org.aforo.service.store.internal.ops;

import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Encoding;
import org.aforo.service.store.internal.Listing;
import org.aforo.service.store.internal.Owner;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * Lists objects as the first version does, by marker.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">ListObjects</a>
 */
public record ListObjects(Context context) {

    static final int MOST = 1_000;

    public record Input(String bucket, String delimiter, String encodingType, Integer maxKeys, String prefix,
            String marker) {
    }

    public record Output(Boolean isTruncated, String marker, String nextMarker, List<ListedObject> contents,
            String name, String prefix, String delimiter, Integer maxKeys, List<CommonPrefix> commonPrefixes,
            String encodingType) {
    }

    public Output handle(Input input, Call call) {
        Bucket bucket = context.bucket(input.bucket);
        Encoding encoding = Encoding.of(input.encodingType);
        int most = most(input.maxKeys, "max-keys");
        String prefix = or(input.prefix);
        String delimiter = input.delimiter == null || input.delimiter.isEmpty() ? null : input.delimiter;
        Listing<ObjectMeta> page = Listing.of(bucket.objects(), prefix, delimiter, or(input.marker), most);
        return new Output(page.truncated(), encoding.write(or(input.marker)),
                page.truncated() && delimiter != null ? encoding.write(page.last()) : null,
                ListedObject.of(page.entries(), encoding, Owner.of(bucket.meta().owner())), input.bucket,
                encoding.write(prefix), encoding.write(delimiter), most,
                CommonPrefix.of(page.prefixes(), encoding), encoding.type());
    }

    static String or(String text) {
        return text == null ? "" : text;
    }

    /** At most a thousand, however many are asked for. */
    static int most(Integer asked, String name) {
        if (asked == null) {
            return MOST;
        }
        if (asked < 0) {
            throw S3Error.invalidArgument("Argument " + name + " must be an integer between 0 and 2147483647", name,
                    asked.toString());
        }
        return Math.min(asked, MOST);
    }
}
