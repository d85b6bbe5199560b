package org.aforo.service.firehose.internal.op;

import java.util.List;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.firehose.internal.Compression;
import org.aforo.service.firehose.internal.Errors;
import org.aforo.service.firehose.internal.S3Destination;
import org.aforo.service.firehose.internal.op.Shapes.BufferingHints;
import org.aforo.service.firehose.internal.op.Shapes.CloudWatchLoggingOptions;
import org.aforo.service.firehose.internal.op.Shapes.Extras;
import org.aforo.service.firehose.internal.op.Shapes.ProcessingConfiguration;
import org.aforo.service.firehose.internal.op.Shapes.S3;
import org.aforo.service.firehose.internal.op.Shapes.Switch;

/** Makes a destination of what was asked for: AWS's defaults and rules; what isn't built is refused by name. */
final class DestinationRules {

    private static final Pattern BUCKET = Pattern.compile("arn:.*:s3:::[\\w\\.\\-]{1,255}");
    static final Pattern ROLE = Pattern.compile("arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+");

    private final String path;

    /** @param path where in the request the destination is, for messages */
    DestinationRules(String path) {
        this.path = path;
    }

    /** A new destination. */
    S3Destination create(S3 asked, Extras extras) {
        return merge(new S3Destination(null, null, null, null, S3Destination.DEFAULT_SIZE,
                S3Destination.DEFAULT_INTERVAL, Compression.UNCOMPRESSED, null, null,
                new S3Destination.Logging(false, null, null)), asked, extras);
    }

    /** A destination with what was asked for changed, the rest as it was. */
    S3Destination merge(S3Destination before, S3 asked, Extras extras) {
        refuse(asked, extras);
        matches(asked.bucketARN(), path + ".bucketARN", BUCKET);
        matches(asked.roleARN(), path + ".roleARN", ROLE);
        BufferingHints hints = hints(asked.bufferingHints(), before);
        return new S3Destination(or(asked.roleARN(), before.roleArn()), or(asked.bucketARN(), before.bucketArn()),
                or(asked.prefix(), before.prefix()), or(asked.errorOutputPrefix(), before.errorOutputPrefix()),
                hints.sizeInMBs(), hints.intervalInSeconds(),
                asked.compressionFormat() == null ? before.compression() : Compression.of(asked.compressionFormat()),
                or(extras.fileExtension(), before.fileExtension()),
                or(extras.customTimeZone(), before.customTimeZone()),
                logging(asked.cloudWatchLoggingOptions(), before));
    }

    private static void refuse(S3 asked, Extras extras) {
        if (asked.encryptionConfiguration() != null && asked.encryptionConfiguration().kMSEncryptionConfig() != null) {
            throw Errors.unsupported("EncryptionConfiguration.KMSEncryptionConfig");
        }
        refuse(extras.processing());
        if ("Enabled".equals(extras.backupMode()) || extras.backup() != null) {
            throw Errors.unsupported("S3BackupMode Enabled");
        }
        if (on(extras.conversion())) {
            throw Errors.unsupported("DataFormatConversionConfiguration");
        }
        if (on(extras.partitioning())) {
            throw Errors.unsupported("DynamicPartitioningConfiguration");
        }
    }

    private static void refuse(ProcessingConfiguration processing) {
        if (processing == null) {
            return;
        }
        if (processing.processors() != null && !processing.processors().isEmpty()) {
            throw Errors.unsupported("ProcessingConfiguration with the processor "
                    + processing.processors().getFirst().type());
        }
        if (Boolean.TRUE.equals(processing.enabled())) {
            throw Errors.invalid("ProcessingConfiguration is enabled but names no processor");
        }
    }

    /** AWS's default for these is on. */
    private static boolean on(Switch option) {
        return option != null && !Boolean.FALSE.equals(option.enabled());
    }

    private static BufferingHints hints(BufferingHints asked, S3Destination before) {
        if (asked == null || asked.sizeInMBs() == null && asked.intervalInSeconds() == null) {
            return new BufferingHints(before.sizeInMBs(), before.interval());
        }
        if (asked.sizeInMBs() == null || asked.intervalInSeconds() == null) {
            throw Errors.invalid("BufferingHints must specify both SizeInMBs and IntervalInSeconds, or neither");
        }
        return asked;
    }

    private static S3Destination.Logging logging(CloudWatchLoggingOptions asked, S3Destination before) {
        return asked == null ? before.logging()
                : new S3Destination.Logging(asked.enabled(), asked.logGroupName(), asked.logStreamName());
    }

    static void matches(String value, String where, Pattern pattern) throws AwsError {
        if (value != null && !pattern.matcher(value).matches()) {
            throw Errors.pattern(value, where, pattern.pattern());
        }
    }

    private static String or(String asked, String before) {
        return asked == null ? before : asked;
    }

    /** An option that isn't built and is asked for. */
    record Option(String name, Object asked) {
    }

    static void refuse(List<Option> options) {
        for (Option option : options) {
            if (option.asked() != null) {
                throw Errors.unsupported(option.name());
            }
        }
    }
}
