package org.aforo.service.store.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * HTTP's conditions, as S3 weighs them; null where there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html">Conditional
 *      requests</a>
 */
public record Conditions(String ifMatch, String ifNoneMatch, Instant ifModifiedSince, Instant ifUnmodifiedSince) {

    /** For reading: throws {@code PreconditionFailed} or {@code NotModified}. */
    public void checkRead(ObjectMeta object) {
        checkWanted(object, "");
        if (isUnchanged(object)) {
            throw S3Error.notModified();
        }
    }

    /** For the source of a copy: throws {@code PreconditionFailed}. */
    public void checkSource(ObjectMeta object) {
        checkWanted(object, "x-amz-copy-source-");
        if (isUnchanged(object)) {
            throw S3Error.preconditionFailed(
                    ifNoneMatch != null ? "x-amz-copy-source-If-None-Match" : "x-amz-copy-source-If-Modified-Since");
        }
    }

    /** For writing over {@code before}, which may be null. */
    public void checkWrite(String key, ObjectMeta before) {
        if (ifNoneMatch != null) {
            if (!ifNoneMatch.trim().equals("*")) {
                throw S3Error.notImplemented("If-None-Match");
            }
            if (before != null) {
                throw S3Error.preconditionFailed("If-None-Match");
            }
        }
        if (ifMatch != null) {
            if (before == null) {
                throw S3Error.noSuchKey(key);
            }
            if (!matches(ifMatch, before)) {
                throw S3Error.preconditionFailed("If-Match");
            }
        }
    }

    /** For writing, with the two headers that it knows. */
    public static Conditions write(String ifMatch, String ifNoneMatch) {
        return new Conditions(ifMatch, ifNoneMatch, null, null);
    }

    private void checkWanted(ObjectMeta object, String prefix) {
        if (ifMatch != null) {
            if (!matches(ifMatch, object)) {
                throw S3Error.preconditionFailed(prefix + "If-Match");
            }
        } else if (ifUnmodifiedSince != null && changedAfter(object, ifUnmodifiedSince)) {
            throw S3Error.preconditionFailed(prefix + "If-Unmodified-Since");
        }
    }

    private boolean isUnchanged(ObjectMeta object) {
        return ifNoneMatch != null ? matches(ifNoneMatch, object)
                : ifModifiedSince != null && !changedAfter(object, ifModifiedSince);
    }

    /** HTTP's dates have whole seconds. */
    private static boolean changedAfter(ObjectMeta object, Instant moment) {
        return object.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(moment);
    }

    private static boolean matches(String header, ObjectMeta object) {
        for (String candidate : header.split(",")) {
            String etag = unquote(candidate);
            if (etag.equals("*") || etag.equals(object.etag())) {
                return true;
            }
        }
        return false;
    }

    /** An ETag without quotes and the mark of a weak one. */
    public static String unquote(String etag) {
        String bare = etag.trim();
        bare = bare.startsWith("W/") ? bare.substring(2) : bare;
        return bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"") ? bare.substring(1, bare.length() - 1)
                : bare;
    }
}
