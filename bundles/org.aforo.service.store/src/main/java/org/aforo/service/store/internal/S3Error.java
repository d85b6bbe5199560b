package org.aforo.service.store.internal;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/**
 * S3's errors: code, status and wording.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
public final class S3Error {

    private S3Error() {
    }

    public static AwsError noSuchBucket(String bucket) {
        return new AwsError("NoSuchBucket", 404, "The specified bucket does not exist", Map.of("BucketName", bucket));
    }

    public static AwsError noSuchKey(String key) {
        return new AwsError("NoSuchKey", 404, "The specified key does not exist.", Map.of("Key", key));
    }

    public static AwsError noSuchUpload(String upload) {
        return new AwsError("NoSuchUpload", 404, "The specified upload does not exist. The upload ID may be invalid, "
                + "or the upload may have been aborted or completed.", Map.of("UploadId", upload));
    }

    public static AwsError noSuchVersion(String key, String version) {
        return new AwsError("NoSuchVersion", 404, "The specified version does not exist.",
                Map.of("Key", key, "VersionId", version));
    }

    public static AwsError invalidBucketName(String bucket) {
        return new AwsError("InvalidBucketName", 400, "The specified bucket is not valid.",
                Map.of("BucketName", bucket));
    }

    public static AwsError bucketAlreadyExists(String bucket) {
        return new AwsError("BucketAlreadyExists", 409, "The requested bucket name is not available. The bucket "
                + "namespace is shared by all users of the system. Please select a different name and try again.",
                Map.of("BucketName", bucket));
    }

    public static AwsError bucketAlreadyOwnedByYou(String bucket) {
        return new AwsError("BucketAlreadyOwnedByYou", 409, "Your previous request to create the named bucket "
                + "succeeded and you already own it.", Map.of("BucketName", bucket));
    }

    public static AwsError tooManyBuckets() {
        return AwsError.client("TooManyBuckets", "You have attempted to create more buckets than allowed");
    }

    public static AwsError bucketNotEmpty(String bucket) {
        return new AwsError("BucketNotEmpty", 409, "The bucket you tried to delete is not empty",
                Map.of("BucketName", bucket));
    }

    public static AwsError invalidLocation(String location) {
        return new AwsError("InvalidLocationConstraint", 400, "The specified location-constraint is not valid",
                Map.of("LocationConstraint", location));
    }

    public static AwsError illegalLocation(String location) {
        return AwsError.client("IllegalLocationConstraintException", "The " + location + " location constraint is "
                + "incompatible for the region specific endpoint this request was sent to.");
    }

    public static AwsError keyTooLong(long size, long limit) {
        return new AwsError("KeyTooLongError", 400, "Your key is too long",
                Map.of("Size", size, "MaxSizeAllowed", limit));
    }

    public static AwsError metadataTooLarge(long size, long limit) {
        return new AwsError("MetadataTooLarge", 400,
                "Your metadata headers exceed the maximum allowed metadata size",
                Map.of("Size", size, "MaxSizeAllowed", limit));
    }

    public static AwsError entityTooLarge(long size, long limit) {
        return new AwsError("EntityTooLarge", 400, "Your proposed upload exceeds the maximum allowed size",
                Map.of("ProposedSize", size, "MaxSizeAllowed", limit));
    }

    public static AwsError entityTooSmall(int part, String etag, long size, long limit) {
        return new AwsError("EntityTooSmall", 400, "Your proposed upload is smaller than the minimum allowed size",
                Map.of("PartNumber", part, "ETag", etag, "ProposedSize", size, "MinSizeAllowed", limit));
    }

    public static AwsError invalidPart(String upload, int part, String etag) {
        return new AwsError("InvalidPart", 400, "One or more of the specified parts could not be found.  The part may "
                + "not have been uploaded, or the specified entity tag may not match the part's entity tag.",
                Map.of("UploadId", upload, "PartNumber", part, "ETag", etag));
    }

    public static AwsError invalidPartOrder(String upload) {
        return new AwsError("InvalidPartOrder", 400, "The list of parts was not in ascending order. Parts must be "
                + "ordered by part number.", Map.of("UploadId", upload));
    }

    public static AwsError invalidPartNumber(int requested, int actual) {
        return new AwsError("InvalidPartNumber", 416, "The requested partnumber is not satisfiable",
                Map.of("PartNumberRequested", requested, "ActualPartCount", actual));
    }

    public static AwsError invalidRange(String range, long size) {
        return new AwsError("InvalidRange", 416, "The requested range is not satisfiable",
                Map.of("RangeRequested", range, "ActualObjectSize", size));
    }

    public static AwsError preconditionFailed(String condition) {
        return new AwsError("PreconditionFailed", 412,
                "At least one of the pre-conditions you specified did not hold", Map.of("Condition", condition));
    }

    public static AwsError notModified() {
        return new AwsError("NotModified", 304, "Not Modified");
    }

    public static AwsError invalidArgument(String message, String name, String value) {
        return new AwsError("InvalidArgument", 400, message,
                Map.of("ArgumentName", name, "ArgumentValue", value == null ? "" : value));
    }

    public static AwsError invalidRequest(String message) {
        return AwsError.client("InvalidRequest", message);
    }

    public static AwsError invalidDigest(String value) {
        return new AwsError("InvalidDigest", 400, "The Content-MD5 you specified was invalid.",
                Map.of("Content-MD5", value));
    }

    public static AwsError badMd5(String expected, String calculated) {
        return new AwsError("BadDigest", 400, "The Content-MD5 you specified did not match what we received.",
                Map.of("ExpectedDigest", expected, "CalculatedDigest", calculated));
    }

    public static AwsError badChecksum(String algorithm) {
        return AwsError.client("BadDigest",
                "The " + algorithm + " you specified did not match the calculated checksum.");
    }

    public static AwsError incompleteBody() {
        return AwsError.client("IncompleteBody", "You did not provide the number of bytes specified by the "
                + "Content-Length HTTP header");
    }

    public static AwsError malformedXml() {
        return AwsError.client("MalformedXML", "The XML you provided was not well-formed or did not validate against "
                + "our published schema");
    }

    public static AwsError invalidStorageClass(String value) {
        return new AwsError("InvalidStorageClass", 400, "The storage class you specified is not valid",
                Map.of("StorageClassRequested", value));
    }

    public static AwsError invalidTag(String message) {
        return AwsError.client("InvalidTag", message);
    }

    public static AwsError notImplemented(String header) {
        return new AwsError("NotImplemented", 501, "A header you provided implies functionality that is not "
                + "implemented", Map.of("Header", header));
    }

    /** The disk is full or fails. */
    public static AwsError internal() {
        return new AwsError("InternalError", 500, "We encountered an internal error. Please try again.");
    }
}
