package org.aforo.service.store.internal.ops;

import java.util.Map;

import org.aforo.api.endpoint.Call;
import org.aforo.service.store.internal.Context;
import org.aforo.service.store.internal.S3Error;
import org.aforo.service.store.internal.Tags;
import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.disk.ObjectHeaders;
import org.aforo.service.store.internal.disk.OpenUpload;
import org.aforo.service.store.internal.disk.Upload;

/**
 * Begins an upload in parts.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">
 *      CreateMultipartUpload</a>
 */
public record CreateMultipartUpload(Context context) {

    public record Input(String bucket, String key, String contentType, String contentEncoding,
            String contentDisposition, String contentLanguage, String cacheControl, String expires,
            String websiteRedirectLocation, String storageClass, Map<String, String> metadata, String tagging,
            String checksumAlgorithm, String checksumType, String sSECustomerAlgorithm) {

        ObjectHeaders headers() {
            return new ObjectHeaders(contentType, contentEncoding, contentDisposition, contentLanguage, cacheControl,
                    expires, websiteRedirectLocation, storageClass, metadata);
        }
    }

    public record Output(String bucket, String key, String uploadId, String checksumAlgorithm, String checksumType) {
    }

    public Output handle(Input input, Call call) {
        context.noCustomerKey(input.sSECustomerAlgorithm);
        String bucket = context.bucket(input.bucket).name();
        String key = context.key(input.key);
        Algorithm algorithm = input.checksumAlgorithm == null ? null
                : Algorithm.named(input.checksumAlgorithm).orElseThrow(() -> S3Error.invalidRequest(
                        "Checksum algorithm provided is unsupported. Please try again with any of the valid types: "
                                + "[CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"));
        boolean ofParts = ofParts(algorithm, input.checksumType);
        OpenUpload begun = context.store().uploads().begin(new Upload(bucket, key, context.now(), call.account(),
                context.headers(input.headers()), Tags.parse(input.tagging), algorithm, ofParts));
        return new Output(bucket, key, begun.id(), algorithm == null ? null : algorithm.name(),
                algorithm == null ? null : ofParts ? "COMPOSITE" : "FULL_OBJECT");
    }

    private static boolean ofParts(Algorithm algorithm, String type) {
        if (algorithm == null) {
            if (type != null) {
                throw S3Error.invalidRequest("The x-amz-checksum-type header can only be used with the "
                        + "x-amz-checksum-algorithm header.");
            }
            return false;
        }
        if (type == null) {
            return algorithm.ofParts();
        }
        boolean parts = switch (type) {
            case "COMPOSITE" -> true;
            case "FULL_OBJECT" -> false;
            default -> throw S3Error.invalidRequest("Value for x-amz-checksum-type header is invalid.");
        };
        if (parts ? !algorithm.ofParts() : !algorithm.ofWhole()) {
            throw S3Error.invalidRequest("The " + type + " checksum type cannot be used with the "
                    + algorithm.suffix() + " checksum algorithm.");
        }
        return parts;
    }
}
