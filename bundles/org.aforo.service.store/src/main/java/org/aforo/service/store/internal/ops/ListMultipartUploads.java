package org.aforo.service.store.internal.ops;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Encoding;
import org.aforo.service.store.internal.Listing;
import org.aforo.service.store.internal.Owner;
import org.aforo.service.store.internal.disk.KeyOrder;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Upload;

/**
 * Lists the uploads under way, by key and then by age.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">
 *      ListMultipartUploads</a>
 */
public record ListMultipartUploads(Context context) {

    /** Between key and upload id in what is sorted; sorts before all that a longer key could have there. */
    private static final char SEPARATOR = 0;

    public record Input(String bucket, String delimiter, String encodingType, String keyMarker, Integer maxUploads,
            String prefix, String uploadIdMarker) {
    }

    public record Listed(String uploadId, String key, Instant initiated, String storageClass, Owner owner,
            Owner initiator, String checksumAlgorithm, String checksumType) {

        static Listed of(OpenUpload open, Encoding encoding) {
            Upload upload = open.upload();
            Owner owner = Owner.of(upload.owner());
            String storage = upload.headers().storageClass();
            boolean summed = upload.algorithm() != null;
            return new Listed(open.id(), encoding.write(upload.key()), upload.begun(),
                    storage == null ? "STANDARD" : storage, owner, owner, summed ? upload.algorithm().name() : null,
                    summed ? upload.ofParts() ? "COMPOSITE" : "FULL_OBJECT" : null);
        }
    }

    public record Output(String bucket, String keyMarker, String uploadIdMarker, String nextKeyMarker,
            String nextUploadIdMarker, String prefix, String delimiter, Integer maxUploads, Boolean isTruncated,
            List<Listed> uploads, List<CommonPrefix> commonPrefixes, String encodingType) {
    }

    public Output handle(Input input, Call call) {
        NavigableMap<String, OpenUpload> uploads = new TreeMap<>(KeyOrder.UTF8);
        for (OpenUpload upload : context.store().uploads().of(context.bucket(input.bucket).name())) {
            uploads.put(upload.upload().key() + SEPARATOR + upload.id(), upload);
        }
        Encoding encoding = Encoding.of(input.encodingType);
        int most = ListObjects.most(input.maxUploads, "max-uploads");
        Listing<OpenUpload> page = Listing.of(uploads, ListObjects.or(input.prefix), input.delimiter, after(input),
                most);
        Map.Entry<String, OpenUpload> last = page.entries().isEmpty() ? null : page.entries().getLast();
        boolean endsWithUpload = last != null && last.getKey().equals(page.last());
        return new Output(input.bucket, encoding.write(ListObjects.or(input.keyMarker)),
                ListObjects.or(input.uploadIdMarker),
                !page.truncated() ? null
                        : encoding.write(endsWithUpload ? last.getValue().upload().key() : page.last()),
                page.truncated() && endsWithUpload ? last.getValue().id() : null,
                encoding.write(ListObjects.or(input.prefix)), encoding.write(input.delimiter), most,
                page.truncated(), page.entries().stream().map(entry -> Listed.of(entry.getValue(), encoding)).toList(),
                CommonPrefix.of(page.prefixes(), encoding), encoding.type());
    }

    /** A key alone leaves all its uploads behind; with an id, those up to it. */
    private static String after(Input input) {
        String key = ListObjects.or(input.keyMarker);
        if (key.isEmpty()) {
            return "";
        }
        String id = ListObjects.or(input.uploadIdMarker);
        return key + SEPARATOR + (id.isEmpty() ? Character.toString(Character.MAX_CODE_POINT) : id);
    }
}
