package org.aforo.service.store.internal.ops;

import java.time.Instant;

import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.Conditions;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.CopySource;
import org.aforo.service.store.internal.Parts;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Selection;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.checksum.Sum;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Part;

/**
 * Takes a part from another object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">UploadPartCopy</a>
 */
public record UploadPartCopy(Context context) {

    public record Input(String bucket, String key, Integer partNumber, String uploadId, String copySource,
            String copySourceIfMatch, String copySourceIfNoneMatch, Instant copySourceIfModifiedSince,
            Instant copySourceIfUnmodifiedSince, String copySourceRange) {
    }

    public record Result(String eTag, Instant lastModified, String checksumCRC32, String checksumCRC32C,
            String checksumCRC64NVME, String checksumSHA1, String checksumSHA256) {
    }

    public record Output(Result copyPartResult) {
    }

    public Output handle(Input input, Call call) {
        Parts parts = new Parts(context);
        OpenUpload upload = parts.upload(input.bucket, input.key, input.uploadId);
        int number = parts.number(input.partNumber);
        CopySource source = CopySource.parse(input.copySource);
        Conditions conditions = new Conditions(input.copySourceIfMatch, input.copySourceIfNoneMatch,
                input.copySourceIfModifiedSince, input.copySourceIfUnmodifiedSince);
        Bucket.Reading reading = context.bucket(source.bucket()).read(source.key(), object -> {
            conditions.checkSource(object);
            if (input.copySourceRange == null) {
                return Bucket.Cut.ALL.of(object);
            }
            Selection range = Selection.exact(object, input.copySourceRange);
            return new Payload.Region(null, range.offset(), range.length());
        }).orElseThrow(() -> S3Error.noSuchKey(source.key()));
        Part part = parts.receive(upload, number, reading.body(), Claims.NONE);
        Sum sum = part.sum();
        return new Output(new Result('"' + part.etag() + '"', part.modified(), sum.value(Algorithm.CRC32),
                sum.value(Algorithm.CRC32C), sum.value(Algorithm.CRC64NVME), sum.value(Algorithm.SHA1),
                sum.value(Algorithm.SHA256)));
    }
}
