package org.aforo.service.firehose.internal.op;

import java.util.List;

/** Structures of the API that several operations share, by the model's names. */
public final class Shapes {

    private Shapes() {
    }

    /** A structure of which only its presence matters, because it is refused. */
    public record Present() {
    }

    /** A structure that matters only where it is switched on. */
    public record Switch(Boolean enabled) {
    }

    /** AWS's {@code BufferingHints}. */
    public record BufferingHints(Integer sizeInMBs, Integer intervalInSeconds) {
    }

    /** AWS's {@code CloudWatchLoggingOptions}. */
    public record CloudWatchLoggingOptions(Boolean enabled, String logGroupName, String logStreamName) {
    }

    /** AWS's {@code EncryptionConfiguration}. */
    public record EncryptionConfiguration(String noEncryptionConfig, Present kMSEncryptionConfig) {
    }

    /** AWS's {@code ProcessingConfiguration}. */
    public record ProcessingConfiguration(Boolean enabled, List<Processor> processors) {
    }

    /** AWS's {@code Processor}. */
    public record Processor(String type) {
    }

    /** AWS's {@code S3DestinationConfiguration} and {@code S3DestinationUpdate}. */
    public record S3(String roleARN, String bucketARN, String prefix, String errorOutputPrefix,
            BufferingHints bufferingHints, String compressionFormat, EncryptionConfiguration encryptionConfiguration,
            CloudWatchLoggingOptions cloudWatchLoggingOptions) {
    }

    /** AWS's {@code ExtendedS3DestinationConfiguration}. */
    public record ExtendedS3(String roleARN, String bucketARN, String prefix, String errorOutputPrefix,
            BufferingHints bufferingHints, String compressionFormat, EncryptionConfiguration encryptionConfiguration,
            CloudWatchLoggingOptions cloudWatchLoggingOptions, ProcessingConfiguration processingConfiguration,
            String s3BackupMode, Present s3BackupConfiguration, Switch dataFormatConversionConfiguration,
            Switch dynamicPartitioningConfiguration, String fileExtension, String customTimeZone) {

        S3 plain() {
            return new S3(roleARN, bucketARN, prefix, errorOutputPrefix, bufferingHints, compressionFormat,
                    encryptionConfiguration, cloudWatchLoggingOptions);
        }

        Extras extras() {
            return new Extras(processingConfiguration, s3BackupMode, s3BackupConfiguration,
                    dataFormatConversionConfiguration, dynamicPartitioningConfiguration, fileExtension,
                    customTimeZone);
        }
    }

    /** AWS's {@code ExtendedS3DestinationUpdate}. */
    public record ExtendedS3Update(String roleARN, String bucketARN, String prefix, String errorOutputPrefix,
            BufferingHints bufferingHints, String compressionFormat, EncryptionConfiguration encryptionConfiguration,
            CloudWatchLoggingOptions cloudWatchLoggingOptions, ProcessingConfiguration processingConfiguration,
            String s3BackupMode, Present s3BackupUpdate, Switch dataFormatConversionConfiguration,
            Switch dynamicPartitioningConfiguration, String fileExtension, String customTimeZone) {

        S3 plain() {
            return new S3(roleARN, bucketARN, prefix, errorOutputPrefix, bufferingHints, compressionFormat,
                    encryptionConfiguration, cloudWatchLoggingOptions);
        }

        Extras extras() {
            return new Extras(processingConfiguration, s3BackupMode, s3BackupUpdate,
                    dataFormatConversionConfiguration, dynamicPartitioningConfiguration, fileExtension,
                    customTimeZone);
        }
    }

    /** What the extended destinations have beyond the plain one. */
    record Extras(ProcessingConfiguration processing, String backupMode, Present backup, Switch conversion,
            Switch partitioning, String fileExtension, String customTimeZone) {

        static final Extras NONE = new Extras(null, null, null, null, null, null, null);
    }

    /** AWS's {@code Tag}. */
    public record Tag(String key, String value) {
    }
}
