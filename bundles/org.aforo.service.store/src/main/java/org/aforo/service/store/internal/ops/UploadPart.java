package org.aforo.service.store.internal.ops;

import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.Parts;
import org.aforo.service.store.internal.Sums;
import org.aforo.service.store.internal.checksum.Claims;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Part;

/**
 * Takes in one part.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html">UploadPart</a>
 */
public record UploadPart(Context context) {

    public record Input(String bucket, String key, Integer partNumber, String uploadId, Payload body,
            String contentMD5, String checksumAlgorithm, String trailer, Map<String, String> checksums,
            String sSECustomerAlgorithm) {
    }

    public record Output(String eTag, Map<String, String> checksums) {
    }

    public Output handle(Input input, Call call) {
        context.noCustomerKey(input.sSECustomerAlgorithm);
        Parts parts = new Parts(context);
        OpenUpload upload = parts.upload(input.bucket, input.key, input.uploadId);
        int number = parts.number(input.partNumber);
        Claims claims = Claims.of(input.contentMD5, input.checksums, input.checksumAlgorithm, input.trailer);
        Payload body = input.body == null ? Payload.of(new byte[0]) : input.body;
        Part part = parts.receive(upload, number, body, claims);
        return new Output('"' + part.etag() + '"', Sums.value(part.sum()));
    }
}
