package org.aforo.service.firehose.internal;

import java.time.Duration;

/**
 * A destination in S3 as it is kept.
 *
 * @param prefix    as given; null when it wasn't
 * @param sizeInMBs buffer size that causes a delivery
 * @param interval  age in seconds that causes one; 0 for as soon as can be
 */
public record S3Destination(String roleArn, String bucketArn, String prefix, String errorOutputPrefix,
        int sizeInMBs, int interval, Compression compression, String fileExtension, String customTimeZone,
        Logging logging) {

    /** AWS's default for {@code SizeInMBs}. */
    public static final int DEFAULT_SIZE = 5;

    /** AWS's default for {@code IntervalInSeconds}. */
    public static final int DEFAULT_INTERVAL = 300;

    /** With an interval of 0 AWS delivers within 5 seconds; one second keeps within it. */
    private static final Duration ZERO_BUFFERING = Duration.ofSeconds(1);

    /** {@code CloudWatchLoggingOptions}, as given. */
    public record Logging(Boolean enabled, String logGroupName, String logStreamName) {
    }

    long maxBytes() {
        return (long) sizeInMBs << 20;
    }

    Duration maxAge() {
        return interval == 0 ? ZERO_BUFFERING : Duration.ofSeconds(interval);
    }

    String bucket() {
        return bucketArn.substring(bucketArn.lastIndexOf(':') + 1);
    }
}
