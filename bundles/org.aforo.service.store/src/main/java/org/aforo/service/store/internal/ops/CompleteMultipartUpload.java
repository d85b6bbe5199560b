package org.aforo.service.store.internal.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Parts;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.checksum.Sum;
import org.aforo.service.store.internal.disk.Assembly;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectMeta;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Part;

/**
 * Makes an object of the parts that were uploaded.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html">
 *      CompleteMultipartUpload</a>
 */
public record CompleteMultipartUpload(Context context) {

    public record Completed(List<CompletedPart> parts) {
    }

    public record Input(String bucket, String key, String uploadId, Completed multipartUpload, String ifMatch,
            String ifNoneMatch, Map<String, String> checksums, Long mpuObjectSize) {
    }

    public record Output(String location, String bucket, String key, String eTag, String checksumType,
            String checksumCRC32, String checksumCRC32C, String checksumCRC64NVME, String checksumSHA1,
            String checksumSHA256) {
    }

    public Output handle(Input input, Call call) {
        OpenUpload upload = new Parts(context).upload(input.bucket, input.key, input.uploadId);
        Bucket bucket = context.bucket(input.bucket);
        Conditions conditions = Conditions.write(input.ifMatch, input.ifNoneMatch);
        conditions.checkWrite(input.key, bucket.head(input.key).orElse(null));
        Claims claims = Claims.of(null, input.checksums, null, null);
        ObjectMeta object = context.store().uploads().end(upload, () -> {
            List<Part> parts = chosen(upload, input);
            Assembly assembly = Assembly.of(context.store().staging(), upload, parts, claims);
            ObjectMeta made = assembly.describe(upload.upload(), context.now());
            bucket.put(input.key, assembly.file(), made, before -> conditions.checkWrite(input.key, before));
            return made;
        });
        Sum sum = object.sum();
        return new Output('/' + input.bucket + '/' + input.key, input.bucket, input.key, object.quotedEtag(),
                sum.type(), sum.value(Algorithm.CRC32), sum.value(Algorithm.CRC32C), sum.value(Algorithm.CRC64NVME),
                sum.value(Algorithm.SHA1), sum.value(Algorithm.SHA256));
    }

    private List<Part> chosen(OpenUpload upload, Input input) {
        List<CompletedPart> named = input.multipartUpload == null ? null : input.multipartUpload.parts;
        if (named == null || named.isEmpty()) {
            throw S3Error.invalidRequest("You must specify at least one part");
        }
        List<Part> parts = new ArrayList<>(named.size());
        for (CompletedPart one : named) {
            if (one.partNumber() == null || one.eTag() == null) {
                throw S3Error.malformedXml();
            }
            if (!parts.isEmpty() && parts.getLast().number() >= one.partNumber()) {
                throw S3Error.invalidPartOrder(upload.id());
            }
            parts.add(match(upload, one));
        }
        checkSizes(parts, input.mpuObjectSize);
        return parts;
    }

    private static Part match(OpenUpload upload, CompletedPart named) {
        Part part = upload.part(named.partNumber());
        String sum = named.checksum();
        if (part == null || !part.etag().equals(Conditions.unquote(named.eTag()))
                || sum != null && !sum.equals(part.sum().value())) {
            throw S3Error.invalidPart(upload.id(), named.partNumber(), named.eTag());
        }
        Algorithm algorithm = upload.upload().algorithm();
        if (sum == null && algorithm != null && upload.upload().ofParts()) {
            throw S3Error.invalidRequest("The upload was created using a " + algorithm.suffix() + " checksum. The "
                    + "complete request must include the checksum for each part. It was missing for part "
                    + named.partNumber() + " in the request.");
        }
        return part;
    }

    private void checkSizes(List<Part> parts, Long claimed) {
        long size = 0;
        for (Part part : parts) {
            size += part.size();
            if (part != parts.getLast() && part.size() < context.limits().partBytes()) {
                throw S3Error.entityTooSmall(part.number(), part.etag(), part.size(), context.limits().partBytes());
            }
        }
        if (size > context.limits().objectBytes()) {
            throw S3Error.entityTooLarge(size, context.limits().objectBytes());
        }
        if (claimed != null && claimed != size) {
            throw S3Error.invalidRequest("The provided 'x-amz-mp-object-size' header value " + claimed
                    + " does not match what was computed: " + size);
        }
    }
}
