package org.aforo.service.firehose.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Action;
import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.service.firehose.internal.op.CreateDeliveryStream;
import org.aforo.service.firehose.internal.op.DeleteDeliveryStream;
import org.aforo.service.firehose.internal.op.DescribeDeliveryStream;
import org.aforo.service.firehose.internal.op.ListDeliveryStreams;
import org.aforo.service.firehose.internal.op.ListTagsForDeliveryStream;
import org.aforo.service.firehose.internal.op.PutRecord;
import org.aforo.service.firehose.internal.op.PutRecordBatch;
import org.aforo.service.firehose.internal.op.TagDeliveryStream;
import org.aforo.service.firehose.internal.op.UntagDeliveryStream;
import org.aforo.service.firehose.internal.op.UpdateDestination;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Data Firehose: delivery streams that gather records and deliver them as objects. */
@Component(service = IngestionService.class, immediate = true)
public final class FirehoseService implements IngestionService, AutoCloseable {

    private static final String MODEL = "/model/firehose-2015-08-04-model.json";
    private static final String ADDITIONS = "/model/firehose-additions.json";

    private final DeliveryStreams streams;
    private final ControlRate rate;

    /** Takes up the delivery streams that are kept. */
    @Activate
    public FirehoseService(@Reference Bench bench) {
        Limits limits = new Limits(bench);
        rate = new ControlRate(bench.clock(), limits.control());
        streams = new DeliveryStreams(bench, limits);
        streams.restore();
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("firehose", "Data Firehose",
                Text.of("Gathers records, put or read from a stream, and delivers them to S3 by size and interval.",
                        "Reúne registros, recibidos o leídos de un flujo, y los entrega a S3 por tamaño e intervalo."),
                Text.of("delivery-stream", "flujo de entrega"), Text.of("delivers to", "entrega a"),
                Text.of("source", "origen"), Text.of("buffer", "búfer"), Text.of("backlog", "pendiente"),
                Text.of("put-bytes", "bytes recibidos"));
    }

    @Override
    public List<Endpoint> endpoints() {
        AwsApi.Builder api = AwsApi.of(FirehoseService.class.getResource(MODEL))
                .additions(FirehoseService.class.getResource(ADDITIONS));
        PutRecord put = new PutRecord(streams);
        PutRecordBatch batch = new PutRecordBatch(streams);
        api.operation("PutRecord", PutRecord.Input.class, PutRecord.Output.class,
                PutRecord.Input::deliveryStreamName, put::handle);
        api.operation("PutRecordBatch", PutRecordBatch.Input.class, PutRecordBatch.Output.class,
                PutRecordBatch.Input::deliveryStreamName, batch::handle);
        addLife(api);
        addTags(api);
        return List.of(api.build());
    }

    private void addLife(AwsApi.Builder api) {
        CreateDeliveryStream create = new CreateDeliveryStream(streams);
        DescribeDeliveryStream describe = new DescribeDeliveryStream(streams);
        ListDeliveryStreams list = new ListDeliveryStreams(streams);
        UpdateDestination update = new UpdateDestination(streams);
        DeleteDeliveryStream delete = new DeleteDeliveryStream(streams);
        api.operation("CreateDeliveryStream", CreateDeliveryStream.Input.class, CreateDeliveryStream.Output.class,
                CreateDeliveryStream.Input::deliveryStreamName, rate.limit("CreateDeliveryStream", create::handle));
        api.operation("DescribeDeliveryStream", DescribeDeliveryStream.Input.class,
                DescribeDeliveryStream.Output.class, DescribeDeliveryStream.Input::deliveryStreamName,
                rate.limit("DescribeDeliveryStream", describe::handle));
        api.operation("ListDeliveryStreams", ListDeliveryStreams.Input.class, ListDeliveryStreams.Output.class,
                rate.limit("ListDeliveryStreams", list::handle));
        api.operation("UpdateDestination", UpdateDestination.Input.class, UpdateDestination.Output.class,
                UpdateDestination.Input::deliveryStreamName, rate.limit("UpdateDestination", update::handle));
        api.operation("DeleteDeliveryStream", DeleteDeliveryStream.Input.class, DeleteDeliveryStream.Output.class,
                DeleteDeliveryStream.Input::deliveryStreamName, rate.limit("DeleteDeliveryStream", delete::handle));
    }

    private void addTags(AwsApi.Builder api) {
        TagDeliveryStream tag = new TagDeliveryStream(streams);
        UntagDeliveryStream untag = new UntagDeliveryStream(streams);
        ListTagsForDeliveryStream list = new ListTagsForDeliveryStream(streams);
        api.operation("TagDeliveryStream", TagDeliveryStream.Input.class, TagDeliveryStream.Output.class,
                TagDeliveryStream.Input::deliveryStreamName, rate.limit("TagDeliveryStream", tag::handle));
        api.operation("UntagDeliveryStream", UntagDeliveryStream.Input.class, UntagDeliveryStream.Output.class,
                UntagDeliveryStream.Input::deliveryStreamName, rate.limit("UntagDeliveryStream", untag::handle));
        api.operation("ListTagsForDeliveryStream", ListTagsForDeliveryStream.Input.class,
                ListTagsForDeliveryStream.Output.class, ListTagsForDeliveryStream.Input::deliveryStreamName,
                rate.limit("ListTagsForDeliveryStream", list::handle));
    }

    @Override
    public Collection<DeliveryStream> resources() {
        return streams.all();
    }

    @Override
    public Optional<RecordSink> sink(Arn arn) {
        return streams.findToPut(arn).map(FirehoseSink::new);
    }

    @Override
    public Optional<RecordPeek> peek(Arn arn) {
        return streams.find(arn).map(DeliveryStream::peek);
    }

    @Override
    public List<PublishedMetric> metrics() {
        return streams.all().stream().flatMap(stream -> stream.metrics().stream()).toList();
    }

    @Override
    public List<Action> actions() {
        return FirehoseActions.all();
    }

    @Override
    public void reset() {
        streams.reset();
    }

    /** Stops; undelivered records are kept for the next start. */
    @Deactivate
    @Override
    public void close() {
        streams.close();
    }
}
