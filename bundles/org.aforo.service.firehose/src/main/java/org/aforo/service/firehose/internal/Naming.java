package org.aforo.service.firehose.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

import org.aforo.api.endpoint.AwsError;

/**
 * How the objects of a destination are named: prefix and error prefix with AWS's rules applied, and the
 * suffix {@code STREAM-VERSION-yyyy-MM-dd-HH-mm-ss-UUID}. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/s3-object-name.html">Object name format</a>
 */
record Naming(Prefix data, Prefix errors, ZoneId zone, String extension) {

    private static final int LONGEST = 512;
    private static final Prefix.Part HOURS = new Prefix.Part.Time(DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/"));
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");
    private static final String LONGEST_ERROR_TYPE = "format-conversion-failed";

    /**
     * Reads a destination's prefixes.
     *
     * @throws AwsError {@code InvalidArgumentException} when they break one of AWS's rules
     */
    static Naming of(S3Destination destination) {
        Prefix data = Prefix.parse(orEmpty(destination.prefix()));
        Prefix errors = Prefix.parse(orEmpty(destination.errorOutputPrefix()));
        if (data.hasErrorType()) {
            throw Errors.prefix("Prefix cannot contain !{firehose:error-output-type}");
        }
        if (errors.parts().isEmpty() && data.hasExpressions()) {
            throw Errors.prefix("ErrorOutputPrefix cannot be null or empty when Prefix contains expressions");
        }
        if (errors.hasExpressions() && !errors.hasErrorType()) {
            throw Errors.prefix("ErrorOutputPrefix must include at least one instance of "
                    + "!{firehose:error-output-type} when it contains expressions");
        }
        Naming naming = new Naming(data.hasTime() ? data : data.then(HOURS), errorPrefix(data, errors),
                zone(destination.customTimeZone()), extension(destination));
        naming.checkLength();
        return naming;
    }

    private static Prefix errorPrefix(Prefix data, Prefix errors) {
        if (errors.hasExpressions()) {
            return errors;
        }
        Prefix base = errors.parts().isEmpty() ? data : errors;
        return base.then(new Prefix.Part.ErrorType(), new Prefix.Part.Text("/"), HOURS);
    }

    private static ZoneId zone(String name) {
        if (name == null || name.isEmpty() || name.equals("UTC")) {
            return ZoneOffset.UTC;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Errors.invalid("CustomTimeZone " + name + " is not a supported time zone");
        }
        return ZoneId.of(name);
    }

    private static String extension(S3Destination destination) {
        String own = orEmpty(destination.fileExtension());
        return own.isEmpty() ? destination.compression().extension() : own;
    }

    private void checkLength() {
        ZonedDateTime any = Instant.EPOCH.atZone(zone);
        if (data.evaluate(any, "").length() > LONGEST) {
            throw Errors.prefix("Prefix cannot be greater than 512 characters after it is evaluated");
        }
        if (errors.evaluate(any, LONGEST_ERROR_TYPE).length() > LONGEST) {
            throw Errors.prefix("ErrorOutputPrefix cannot be greater than 512 characters after it is evaluated");
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /**
     * The name of an object of delivered records.
     *
     * @param oldest arrival of its oldest record
     */
    String key(String stream, long version, Instant oldest, UUID uuid) {
        return data.evaluate(oldest.atZone(zone), "") + suffix(stream, version, oldest, uuid) + extension;
    }

    /** The name of an object of records that failed in the way {@code errorType} tells. */
    String errorKey(String errorType, String stream, long version, Instant oldest, UUID uuid) {
        return errors.evaluate(oldest.atZone(zone), errorType) + suffix(stream, version, oldest, uuid);
    }

    private String suffix(String stream, long version, Instant oldest, UUID uuid) {
        return stream + '-' + version + '-' + SUFFIX.format(oldest.atZone(zone)) + '-' + uuid;
    }
}
