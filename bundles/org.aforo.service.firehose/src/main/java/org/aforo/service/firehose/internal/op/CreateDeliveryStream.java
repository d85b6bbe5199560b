package org.aforo.service.firehose.internal.op;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.Definition;
import org.aforo.service.firehose.internal.DeliveryStreams;
import org.aforo.service.firehose.internal.Errors;
import org.aforo.service.firehose.internal.S3Destination;
import org.aforo.service.firehose.internal.op.DestinationRules.Option;
import org.aforo.service.firehose.internal.op.Shapes.ExtendedS3;
import org.aforo.service.firehose.internal.op.Shapes.Extras;
import org.aforo.service.firehose.internal.op.Shapes.Present;
import org.aforo.service.firehose.internal.op.Shapes.S3;
import org.aforo.service.firehose.internal.op.Shapes.Tag;

/** Makes a delivery stream; it is {@code CREATING} at first. */
public final class CreateDeliveryStream {

    private static final Pattern STREAM = Pattern
            .compile("arn:.*:kinesis:[a-zA-Z0-9\\-]+:\\d{12}:stream/[a-zA-Z0-9_.-]+");

    /** As in the model. */
    public record Input(String deliveryStreamName, String deliveryStreamType,
            KinesisSource kinesisStreamSourceConfiguration, Present deliveryStreamEncryptionConfigurationInput,
            S3 s3DestinationConfiguration, ExtendedS3 extendedS3DestinationConfiguration,
            Present redshiftDestinationConfiguration, Present elasticsearchDestinationConfiguration,
            Present amazonopensearchserviceDestinationConfiguration, Present splunkDestinationConfiguration,
            Present httpEndpointDestinationConfiguration, List<Tag> tags,
            Present amazonOpenSearchServerlessDestinationConfiguration, Present mSKSourceConfiguration,
            Present snowflakeDestinationConfiguration, Present icebergDestinationConfiguration) {

        private List<Option> destinationsNotBuilt() {
            return List.of(new Option("RedshiftDestinationConfiguration", redshiftDestinationConfiguration),
                    new Option("ElasticsearchDestinationConfiguration", elasticsearchDestinationConfiguration),
                    new Option("AmazonopensearchserviceDestinationConfiguration",
                            amazonopensearchserviceDestinationConfiguration),
                    new Option("AmazonOpenSearchServerlessDestinationConfiguration",
                            amazonOpenSearchServerlessDestinationConfiguration),
                    new Option("SplunkDestinationConfiguration", splunkDestinationConfiguration),
                    new Option("HttpEndpointDestinationConfiguration", httpEndpointDestinationConfiguration),
                    new Option("SnowflakeDestinationConfiguration", snowflakeDestinationConfiguration),
                    new Option("IcebergDestinationConfiguration", icebergDestinationConfiguration));
        }

        private List<Option> sourcesNotBuilt() {
            return List.of(new Option("MSKSourceConfiguration", mSKSourceConfiguration),
                    new Option("DeliveryStreamEncryptionConfigurationInput",
                            deliveryStreamEncryptionConfigurationInput));
        }
    }

    /** As in the model. */
    public record KinesisSource(String kinesisStreamARN, String roleARN) {
    }

    /** As in the model. */
    public record Output(String deliveryStreamARN) {
    }

    private final DeliveryStreams streams;

    public CreateDeliveryStream(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        S3Destination destination = destination(input);
        Instant now = streams.bench().clock().now();
        Definition.Source source = source(input, now);
        Map<String, String> tags = Tags.added(Map.of(), input.tags() == null ? List.of() : input.tags());
        Definition definition = new Definition(call.account(), call.region(), input.deliveryStreamName(),
                Definition.State.CREATING, 1, now, null, source, destination, tags);
        return new Output(streams.create(definition).arn().toString());
    }

    private static S3Destination destination(Input input) {
        DestinationRules.refuse(input.destinationsNotBuilt());
        S3 plain = input.s3DestinationConfiguration();
        ExtendedS3 extended = input.extendedS3DestinationConfiguration();
        if (Arrays.asList(plain, extended).stream().filter(Objects::nonNull).count() != 1) {
            throw Errors.invalid("Exactly one destination configuration is supported for a Firehose");
        }
        return extended == null ? new DestinationRules("s3DestinationConfiguration").create(plain, Extras.NONE)
                : new DestinationRules("extendedS3DestinationConfiguration").create(extended.plain(),
                        extended.extras());
    }

    private Definition.Source source(Input input, Instant now) {
        DestinationRules.refuse(input.sourcesNotBuilt());
        KinesisSource given = input.kinesisStreamSourceConfiguration();
        String type = input.deliveryStreamType() == null ? "DirectPut" : input.deliveryStreamType();
        switch (type) {
            case "DirectPut" -> {
                if (given != null) {
                    throw Errors.invalid("KinesisStreamSourceConfiguration is only valid for the delivery stream "
                            + "type KinesisStreamAsSource");
                }
                return null;
            }
            case "KinesisStreamAsSource" -> {
                if (given == null) {
                    throw Errors.invalid("KinesisStreamSourceConfiguration is required for the delivery stream "
                            + "type KinesisStreamAsSource");
                }
                String path = "kinesisStreamSourceConfiguration.";
                DestinationRules.matches(given.kinesisStreamARN(), path + "kinesisStreamARN", STREAM);
                DestinationRules.matches(given.roleARN(), path + "roleARN", DestinationRules.ROLE);
                findSource(given.kinesisStreamARN());
                return new Definition.Source(given.kinesisStreamARN(), given.roleARN(), now);
            }
            default -> throw Errors.unsupported("DeliveryStreamType " + type);
        }
    }

    private void findSource(String arn) {
        try {
            streams.bench().destinations().source(arn);
        } catch (AwsError e) {
            throw Errors.invalid("The source stream " + arn + " cannot be read: " + e.getMessage());
        }
    }
}
