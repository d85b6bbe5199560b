package org.aforo.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEventStream;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/** SubscribeToShard by the AWS SDK for Java, as its users see it: Netty's HTTP/2, CBOR, objects. */
final class SdkSubscriber implements PushLatency.Open {

    private final KinesisAsyncClient client;

    private SdkSubscriber(KinesisAsyncClient client) {
        this.client = client;
    }

    static SdkSubscriber open(Target target, String consumer, String shard, LongConsumer moments)
            throws IOException, InterruptedException {
        KinesisAsyncClient client = KinesisAsyncClient.builder()
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2))
                .endpointOverride(URI.create("http://127.0.0.1:" + target.port())).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
        CompletableFuture<Void> opened = new CompletableFuture<>();
        client.subscribeToShard(
                request -> request.consumerARN(consumer).shardId(shard)
                        .startingPosition(from -> from.type(ShardIteratorType.LATEST)),
                SubscribeToShardResponseHandler.builder().onResponse(response -> opened.complete(null))
                        .onError(opened::completeExceptionally).subscriber(event -> tell(event, moments)).build());
        try {
            opened.get();
        } catch (ExecutionException e) {
            client.close();
            throw new IOException(e.getCause());
        }
        return new SdkSubscriber(client);
    }

    private static void tell(SubscribeToShardEventStream event, LongConsumer moments) {
        if (event instanceof SubscribeToShardEvent batch) {
            for (Record record : batch.records()) {
                moments.accept(Long.parseLong(new String(record.data().asByteArrayUnsafe(), 0, Producers.DIGITS,
                        StandardCharsets.US_ASCII)));
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
