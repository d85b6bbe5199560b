package org.aforo.service.streams.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.aforo.api.Action;
import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;
import org.aforo.api.ServiceDescriptor;
import org.aforo.api.Text;
import org.aforo.api.endpoint.AwsApi;
import org.aforo.api.endpoint.Endpoint;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.service.streams.internal.op.AddTagsToStream;
import org.aforo.service.streams.internal.op.CreateStream;
import org.aforo.service.streams.internal.op.DecreaseStreamRetentionPeriod;
import org.aforo.service.streams.internal.op.DeleteStream;
import org.aforo.service.streams.internal.op.DeregisterStreamConsumer;
import org.aforo.service.streams.internal.op.DescribeAccountSettings;
import org.aforo.service.streams.internal.op.DescribeLimits;
import org.aforo.service.streams.internal.op.DescribeStream;
import org.aforo.service.streams.internal.op.DescribeStreamConsumer;
import org.aforo.service.streams.internal.op.DescribeStreamSummary;
import org.aforo.service.streams.internal.op.GetRecords;
import org.aforo.service.streams.internal.op.GetShardIterator;
import org.aforo.service.streams.internal.op.IncreaseStreamRetentionPeriod;
import org.aforo.service.streams.internal.op.ListShards;
import org.aforo.service.streams.internal.op.ListStreamConsumers;
import org.aforo.service.streams.internal.op.ListStreams;
import org.aforo.service.streams.internal.op.ListTagsForStream;
import org.aforo.service.streams.internal.op.MergeShards;
import org.aforo.service.streams.internal.op.PutRecord;
import org.aforo.service.streams.internal.op.PutRecords;
import org.aforo.service.streams.internal.op.RegisterStreamConsumer;
import org.aforo.service.streams.internal.op.RemoveTagsFromStream;
import org.aforo.service.streams.internal.op.ResourcePolicies;
import org.aforo.service.streams.internal.op.ResourceTags;
import org.aforo.service.streams.internal.op.ShardMetrics;
import org.aforo.service.streams.internal.op.SplitShard;
import org.aforo.service.streams.internal.op.StartStreamEncryption;
import org.aforo.service.streams.internal.op.StopStreamEncryption;
import org.aforo.service.streams.internal.op.SubscribeToShard;
import org.aforo.service.streams.internal.op.UpdateAccountSettings;
import org.aforo.service.streams.internal.op.UpdateMaxRecordSize;
import org.aforo.service.streams.internal.op.UpdateShardCount;
import org.aforo.service.streams.internal.op.UpdateStreamMode;
import org.aforo.service.streams.internal.op.UpdateStreamWarmThroughput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Kinesis Data Streams.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/Welcome.html">API reference</a>
 */
@Component(service = IngestionService.class, immediate = true)
public final class StreamsService implements IngestionService, AutoCloseable {

    private static final String MODEL = "/model/kinesis-2013-12-02-model.json";

    private static final String SHARD = "/shard/";

    private static final String ADDITIONS = "/model/kinesis-additions.json";

    private final Streams streams;

    private final CallRates rates;

    @Activate
    public StreamsService(@Reference Bench bench) {
        streams = new Streams(bench);
        rates = new CallRates(bench);
    }

    @Override
    public ServiceDescriptor descriptor() {
        return new ServiceDescriptor("kinesis", "Kinesis Data Streams",
                Text.of("Ordered, replayable streams of records, split into shards.",
                        "Flujos de registros ordenados que se pueden releer, divididos en fragmentos."),
                Text.of("stream", "flujo"), Text.of("shard", "fragmento"), Text.of("consumer", "consumidor"),
                Text.of("write bytes", "bytes escritos"), Text.of("write records", "registros escritos"),
                Text.of("read bytes", "bytes leídos"), Text.of("read calls", "lecturas"),
                Text.of("iterator calls", "iteradores pedidos"));
    }

    @Override
    public List<Endpoint> endpoints() {
        AwsApi.Builder api = AwsApi.of(StreamsService.class.getResource(MODEL))
                .additions(StreamsService.class.getResource(ADDITIONS));
        addData(api);
        addControl(api);
        addResharding(api);
        addConsumers(api);
        addSettings(api);
        addTags(api);
        addResources(api);
        return List.of(streams.guard().guarded(rates.limit(api.build())));
    }

    private void addData(AwsApi.Builder api) {
        ShardReader reader = new ShardReader(streams);
        api.operation("PutRecord", PutRecord.Input.class, PutRecord.Output.class,
                PutRecord.Input::resource, new PutRecord(streams)::handle)
                .operation("PutRecords", PutRecords.Input.class, PutRecords.Output.class,
                        PutRecords.Input::resource, new PutRecords(streams)::handle)
                .operation("GetShardIterator", GetShardIterator.Input.class, GetShardIterator.Output.class,
                        GetShardIterator.Input::resource, new GetShardIterator(reader)::handle)
                .operation("GetRecords", GetRecords.Input.class, GetRecords.Output.class,
                        GetRecords.Input::resource, new GetRecords(reader)::handle);
    }

    private void addControl(AwsApi.Builder api) {
        api.operation("CreateStream", CreateStream.Input.class, Void.class,
                CreateStream.Input::resource, new CreateStream(streams)::handle)
                .operation("DeleteStream", DeleteStream.Input.class, Void.class,
                        DeleteStream.Input::resource, new DeleteStream(streams)::handle)
                .operation("DescribeStream", DescribeStream.Input.class, DescribeStream.Output.class,
                        DescribeStream.Input::resource, new DescribeStream(streams)::handle)
                .operation("DescribeStreamSummary", DescribeStreamSummary.Input.class,
                        DescribeStreamSummary.Output.class, DescribeStreamSummary.Input::resource,
                        new DescribeStreamSummary(streams)::handle)
                .operation("ListStreams", ListStreams.Input.class, ListStreams.Output.class,
                        new ListStreams(streams)::handle)
                .operation("ListShards", ListShards.Input.class, ListShards.Output.class,
                        ListShards.Input::resource, new ListShards(streams)::handle);
    }

    private void addResharding(AwsApi.Builder api) {
        Resharding resharding = new Resharding(streams);
        Retention retention = new Retention(streams);
        api.operation("SplitShard", SplitShard.Input.class, Void.class, SplitShard.Input::resource,
                new SplitShard(resharding)::handle)
                .operation("MergeShards", MergeShards.Input.class, Void.class, MergeShards.Input::resource,
                        new MergeShards(resharding)::handle)
                .operation("UpdateShardCount", UpdateShardCount.Input.class, UpdateShardCount.Output.class,
                        UpdateShardCount.Input::resource, new UpdateShardCount(resharding)::handle)
                .operation("IncreaseStreamRetentionPeriod", IncreaseStreamRetentionPeriod.Input.class, Void.class,
                        IncreaseStreamRetentionPeriod.Input::resource,
                        new IncreaseStreamRetentionPeriod(retention)::handle)
                .operation("DecreaseStreamRetentionPeriod", DecreaseStreamRetentionPeriod.Input.class, Void.class,
                        DecreaseStreamRetentionPeriod.Input::resource,
                        new DecreaseStreamRetentionPeriod(retention)::handle);
    }

    private void addConsumers(AwsApi.Builder api) {
        Consumers consumers = streams.consumers();
        api.operation("RegisterStreamConsumer", RegisterStreamConsumer.Input.class,
                RegisterStreamConsumer.Output.class, RegisterStreamConsumer.Input::resource,
                new RegisterStreamConsumer(consumers)::handle)
                .operation("DeregisterStreamConsumer", DeregisterStreamConsumer.Input.class, Void.class,
                        DeregisterStreamConsumer.Input::resource, new DeregisterStreamConsumer(consumers)::handle)
                .operation("DescribeStreamConsumer", DescribeStreamConsumer.Input.class,
                        DescribeStreamConsumer.Output.class, DescribeStreamConsumer.Input::resource,
                        new DescribeStreamConsumer(consumers)::handle)
                .operation("ListStreamConsumers", ListStreamConsumers.Input.class, ListStreamConsumers.Output.class,
                        ListStreamConsumers.Input::resource, new ListStreamConsumers(streams)::handle)
                .operation("SubscribeToShard", SubscribeToShard.Input.class, SubscribeToShard.Output.class,
                        SubscribeToShard.Input::resource,
                        new SubscribeToShard(streams, new ShardReader(streams))::handle);
    }

    private void addSettings(AwsApi.Builder api) {
        ShardMetrics metrics = new ShardMetrics(streams);
        Encryption encryption = new Encryption(streams);
        Capacity capacity = new Capacity(streams);
        api.operation("StartStreamEncryption", StartStreamEncryption.Input.class, Void.class,
                StartStreamEncryption.Input::resource, new StartStreamEncryption(encryption)::handle)
                .operation("StopStreamEncryption", StopStreamEncryption.Input.class, Void.class,
                        StopStreamEncryption.Input::resource, new StopStreamEncryption(encryption)::handle)
                .operation("EnableEnhancedMonitoring", ShardMetrics.Input.class, ShardMetrics.Output.class,
                        ShardMetrics.Input::resource, metrics::enable)
                .operation("DisableEnhancedMonitoring", ShardMetrics.Input.class, ShardMetrics.Output.class,
                        ShardMetrics.Input::resource, metrics::disable)
                .operation("UpdateStreamMode", UpdateStreamMode.Input.class, Void.class,
                        UpdateStreamMode.Input::resource, new UpdateStreamMode(capacity)::handle)
                .operation("UpdateStreamWarmThroughput", UpdateStreamWarmThroughput.Input.class,
                        UpdateStreamWarmThroughput.Output.class, UpdateStreamWarmThroughput.Input::resource,
                        new UpdateStreamWarmThroughput(capacity)::handle)
                .operation("UpdateMaxRecordSize", UpdateMaxRecordSize.Input.class, Void.class,
                        UpdateMaxRecordSize.Input::resource, new UpdateMaxRecordSize(streams)::handle)
                .operation("DescribeLimits", Void.class, DescribeLimits.Output.class,
                        new DescribeLimits(streams)::handle)
                .operation("DescribeAccountSettings", Void.class, DescribeAccountSettings.Output.class,
                        new DescribeAccountSettings(streams)::handle)
                .operation("UpdateAccountSettings", UpdateAccountSettings.Input.class,
                        UpdateAccountSettings.Output.class, new UpdateAccountSettings(streams)::handle);
    }

    private void addResources(AwsApi.Builder api) {
        Resources resources = new Resources(streams);
        ResourceTags tags = new ResourceTags(resources);
        ResourcePolicies policies = new ResourcePolicies(resources);
        api.operation("TagResource", ResourceTags.TagInput.class, Void.class, ResourceTags.TagInput::resource,
                tags::tag)
                .operation("UntagResource", ResourceTags.UntagInput.class, Void.class,
                        ResourceTags.UntagInput::resource, tags::untag)
                .operation("ListTagsForResource", ResourceTags.ListInput.class, ResourceTags.ListOutput.class,
                        ResourceTags.ListInput::resource, tags::list)
                .operation("PutResourcePolicy", ResourcePolicies.PutInput.class, Void.class,
                        ResourcePolicies.PutInput::resource, policies::put)
                .operation("GetResourcePolicy", ResourcePolicies.Input.class, ResourcePolicies.GetOutput.class,
                        ResourcePolicies.Input::resource, policies::get)
                .operation("DeleteResourcePolicy", ResourcePolicies.Input.class, Void.class,
                        ResourcePolicies.Input::resource, policies::delete);
    }

    private void addTags(AwsApi.Builder api) {
        api.operation("AddTagsToStream", AddTagsToStream.Input.class, Void.class,
                AddTagsToStream.Input::resource, new AddTagsToStream(streams)::handle)
                .operation("RemoveTagsFromStream", RemoveTagsFromStream.Input.class, Void.class,
                        RemoveTagsFromStream.Input::resource, new RemoveTagsFromStream(streams)::handle)
                .operation("ListTagsForStream", ListTagsForStream.Input.class, ListTagsForStream.Output.class,
                        ListTagsForStream.Input::resource, new ListTagsForStream(streams)::handle);
    }

    @Override
    public Collection<? extends Resource> resources() {
        return streams.resources();
    }

    @Override
    public void reset() {
        streams.reset();
    }

    @Override
    public Optional<RecordSink> sink(Arn arn) {
        return existing(arn).map(name -> new StreamSink(streams, name));
    }

    @Override
    public Optional<RecordSource> source(Arn arn) {
        return existing(arn).map(name -> new StreamSource(streams, name));
    }

    /** Of a stream, or of one of its shards. */
    @Override
    public Optional<RecordPeek> peek(Arn arn) {
        int cut = arn.resource().indexOf(SHARD);
        if (cut < 0) {
            return existing(arn).map(name -> new StreamPeek(streams.find(name).all()));
        }
        Arn stream = Arn.of(arn.service(), arn.region(), arn.account(), arn.resource().substring(0, cut));
        int index = ShardMeta.index(arn.resource().substring(cut + SHARD.length()));
        return existing(stream).map(name -> streams.find(name).shards().get(index))
                .map(shard -> new StreamPeek(List.of(shard)));
    }

    @Override
    public Collection<PublishedMetric> metrics() {
        return StreamMetrics.of(streams);
    }

    @Override
    public List<Action> actions() {
        return StreamActions.all();
    }

    private Optional<StreamName> existing(Arn arn) {
        return Optional.of(arn).filter(named -> named.service().equals("kinesis")).map(StreamName::of)
                .filter(name -> streams.lookUp(name) != null);
    }

    @Override
    @Deactivate
    public void close() {
        streams.close();
    }
}
