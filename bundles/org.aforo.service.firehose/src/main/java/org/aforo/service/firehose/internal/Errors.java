package org.aforo.service.firehose.internal;

import org.aforo.api.endpoint.AwsError;

/** What Firehose says when something can't be done, in AWS's words. */
public final class Errors {

    private Errors() {
    }

    /** There is no such delivery stream, or none that takes data yet. */
    public static AwsError notFound(String name, String account) {
        return AwsError.client("ResourceNotFoundException", "Firehose " + name + " under account " + account
                + " not found.");
    }

    /** The name is taken. */
    public static AwsError exists(String name, String account) {
        return AwsError.client("ResourceInUseException", "Firehose " + name + " under accountId " + account
                + " already exists");
    }

    /** The delivery stream's state forbids it. */
    public static AwsError inUse(String name, String account, String state) {
        return AwsError.client("ResourceInUseException", "Firehose " + name + " under accountId " + account
                + " is in state " + state + " and cannot be changed");
    }

    /** As many delivery streams as there may be. */
    public static AwsError tooMany(long limit) {
        return AwsError.client("LimitExceededException", "You have already consumed your firehose quota of " + limit
                + " hoses.");
    }

    /** More tags than one delivery stream may have. */
    public static AwsError tooManyTags(int limit) {
        return AwsError.client("LimitExceededException", "A delivery stream can have up to " + limit + " tags.");
    }

    /** A value that isn't valid. */
    public static AwsError invalid(String message) {
        return AwsError.client("InvalidArgumentException", message);
    }

    /** A choice of AWS's that Aforo doesn't have. */
    public static AwsError unsupported(String option) {
        return invalid(option + " is not supported by Aforo");
    }

    /** A rule of prefixes is broken; AWS's message does begin with this slip. */
    public static AwsError prefix(String constraint) {
        return invalid("Ths supplied prefix(es) do not satisfy the following constraint: " + constraint);
    }

    /** A member doesn't match AWS's pattern for it. */
    public static AwsError pattern(String value, String path, String pattern) {
        return AwsError.client("ValidationException", "1 validation error detected: Value '" + value + "' at '" + path
                + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern);
    }

    /** Somebody else changed the destination first. */
    public static AwsError stale(String name, String current, String given) {
        return AwsError.client("ConcurrentModificationException", "Cannot update firehose: " + name
                + " since the current version id: " + current + " and specified version id: " + given
                + " do not match");
    }

    /** Direct puts aren't for delivery streams that read a stream. */
    public static AwsError notDirectPut(String type) {
        return invalid("This operation is not permitted on " + type + " delivery stream type.");
    }

    /** Over a limit, or the buffer is full. */
    public static AwsError slowDown() {
        return new AwsError("ServiceUnavailableException", 503, "Slow down.");
    }

    /** Too many calls of a control operation. */
    public static AwsError throttled() {
        return AwsError.client("ThrottlingException", "Rate exceeded");
    }
}
