package org.aforo.service.firehose.internal.op;

import java.time.Instant;
import java.util.List;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.Definition;
import org.aforo.service.firehose.internal.DeliveryStreams;
import org.aforo.service.firehose.internal.S3Destination;
import org.aforo.service.firehose.internal.op.Shapes.BufferingHints;
import org.aforo.service.firehose.internal.op.Shapes.CloudWatchLoggingOptions;
import org.aforo.service.firehose.internal.op.Shapes.EncryptionConfiguration;
import org.aforo.service.firehose.internal.op.Shapes.S3;

/** Tells what a delivery stream is and whether it is ready. */
public final class DescribeDeliveryStream {

    /** The one destination's id; AWS numbers them from 1 and allows one. */
    public static final String DESTINATION_ID = "destinationId-000000000001";

    /** As in the model. */
    public record Input(String deliveryStreamName, Integer limit, String exclusiveStartDestinationId) {
    }

    /** As in the model. */
    public record Output(Description deliveryStreamDescription) {
    }

    /** AWS's {@code DeliveryStreamDescription}. */
    public record Description(String deliveryStreamName, String deliveryStreamARN, String deliveryStreamStatus,
            Encryption deliveryStreamEncryptionConfiguration, String deliveryStreamType, String versionId,
            Instant createTimestamp, Instant lastUpdateTimestamp, Source source, List<Destination> destinations,
            Boolean hasMoreDestinations) {
    }

    /** AWS's {@code DeliveryStreamEncryptionConfiguration}. */
    public record Encryption(String status) {
    }

    /** AWS's {@code SourceDescription}. */
    public record Source(KinesisSource kinesisStreamSourceDescription) {
    }

    /** AWS's {@code KinesisStreamSourceDescription}. */
    public record KinesisSource(String kinesisStreamARN, String roleARN, Instant deliveryStartTimestamp) {
    }

    /** AWS's {@code DestinationDescription}; as AWS does, the same destination is told in both forms. */
    public record Destination(String destinationId, S3 s3DestinationDescription,
            Extended extendedS3DestinationDescription) {
    }

    /** AWS's {@code ExtendedS3DestinationDescription}. */
    public record Extended(String roleARN, String bucketARN, String prefix, String errorOutputPrefix,
            BufferingHints bufferingHints, String compressionFormat, EncryptionConfiguration encryptionConfiguration,
            CloudWatchLoggingOptions cloudWatchLoggingOptions, String s3BackupMode, String fileExtension,
            String customTimeZone) {
    }

    private final DeliveryStreams streams;

    public DescribeDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        Definition it = streams.find(call, input.deliveryStreamName()).definition();
        boolean past = input.exclusiveStartDestinationId() != null
                && input.exclusiveStartDestinationId().compareTo(DESTINATION_ID) >= 0;
        return new Output(new Description(it.name(), it.arn().toString(), it.state().name(),
                new Encryption("DISABLED"), it.type(), Long.toString(it.version()), it.created(), it.updated(),
                source(it.source()), past ? List.of() : List.of(destination(it.destination())), false));
    }

    private static Source source(Definition.Source source) {
        return source == null ? null
                : new Source(new KinesisSource(source.streamArn(), source.roleArn(), source.start()));
    }

    private static Destination destination(S3Destination it) {
        BufferingHints hints = new BufferingHints(it.sizeInMBs(), it.interval());
        EncryptionConfiguration none = new EncryptionConfiguration("NoEncryption", null);
        CloudWatchLoggingOptions logging = new CloudWatchLoggingOptions(it.logging().enabled(),
                it.logging().logGroupName(), it.logging().logStreamName());
        String compression = it.compression().wire();
        return new Destination(DESTINATION_ID,
                new S3(it.roleArn(), it.bucketArn(), it.prefix(), it.errorOutputPrefix(), hints, compression, none,
                        logging),
                new Extended(it.roleArn(), it.bucketArn(), it.prefix(), it.errorOutputPrefix(), hints, compression,
                        none, logging, "Disabled", it.fileExtension(),
                        it.customTimeZone() == null ? "UTC" : it.customTimeZone()));
    }
}
