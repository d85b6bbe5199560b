package org.aforo.service.firehose.internal.op;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.aforo.api.endpoint.Call;
import org.aforo.service.firehose.internal.Definition;
import org.aforo.service.firehose.internal.DeliveryStream;
import org.aforo.service.firehose.internal.DeliveryStreams;
import org.aforo.service.firehose.internal.Errors;
import org.aforo.service.firehose.internal.S3Destination;
import org.aforo.service.firehose.internal.op.DestinationRules.Option;
import org.aforo.service.firehose.internal.op.Shapes.ExtendedS3Update;
import org.aforo.service.firehose.internal.op.Shapes.Extras;
import org.aforo.service.firehose.internal.op.Shapes.Present;
import org.aforo.service.firehose.internal.op.Shapes.S3;

/** Changes a destination: what is given is merged with what was. What is not yet delivered goes by the new one. */
public final class UpdateDestination {

    /** As in the model. */
    public record Input(String deliveryStreamName, String currentDeliveryStreamVersionId, String destinationId,
            S3 s3DestinationUpdate, ExtendedS3Update extendedS3DestinationUpdate, Present redshiftDestinationUpdate,
            Present elasticsearchDestinationUpdate, Present amazonopensearchserviceDestinationUpdate,
            Present splunkDestinationUpdate, Present httpEndpointDestinationUpdate,
            Present amazonOpenSearchServerlessDestinationUpdate, Present snowflakeDestinationUpdate,
            Present icebergDestinationUpdate) {

        private List<Option> notBuilt() {
            return List.of(new Option("RedshiftDestinationUpdate", redshiftDestinationUpdate),
                    new Option("ElasticsearchDestinationUpdate", elasticsearchDestinationUpdate),
                    new Option("AmazonopensearchserviceDestinationUpdate", amazonopensearchserviceDestinationUpdate),
                    new Option("AmazonOpenSearchServerlessDestinationUpdate",
                            amazonOpenSearchServerlessDestinationUpdate),
                    new Option("SplunkDestinationUpdate", splunkDestinationUpdate),
                    new Option("HttpEndpointDestinationUpdate", httpEndpointDestinationUpdate),
                    new Option("SnowflakeDestinationUpdate", snowflakeDestinationUpdate),
                    new Option("IcebergDestinationUpdate", icebergDestinationUpdate));
        }
    }

    /** As in the model. */
    public record Output() {
    }

    private final DeliveryStreams streams;

    public UpdateDestination(DeliveryStreams streams) {
        this.streams = streams;
    }

    public Output handle(Input input, Call call) {
        DeliveryStream stream = streams.find(call, input.deliveryStreamName());
        DestinationRules.refuse(input.notBuilt());
        if (Arrays.asList(input.s3DestinationUpdate(), input.extendedS3DestinationUpdate()).stream()
                .filter(Objects::nonNull).count() != 1) {
            throw Errors.invalid("Exactly one destination update is supported for a Firehose");
        }
        if (!input.destinationId().equals(DescribeDeliveryStream.DESTINATION_ID)) {
            throw Errors.invalid("Destination Id " + input.destinationId() + " not found");
        }
        streams.change(stream, before -> updated(before, input));
        return new Output();
    }

    private Definition updated(Definition before, Input input) {
        if (before.state() != Definition.State.ACTIVE) {
            throw Errors.inUse(before.name(), before.account(), before.state().name());
        }
        String version = Long.toString(before.version());
        if (!version.equals(input.currentDeliveryStreamVersionId())) {
            throw Errors.stale(before.name(), version, input.currentDeliveryStreamVersionId());
        }
        return before.with(merged(before.destination(), input), streams.bench().clock().now());
    }

    private static S3Destination merged(S3Destination before, Input input) {
        ExtendedS3Update extended = input.extendedS3DestinationUpdate();
        return extended == null
                ? new DestinationRules("s3DestinationUpdate").merge(before, input.s3DestinationUpdate(), Extras.NONE)
                : new DestinationRules("extendedS3DestinationUpdate").merge(before, extended.plain(),
                        extended.extras());
    }
}
