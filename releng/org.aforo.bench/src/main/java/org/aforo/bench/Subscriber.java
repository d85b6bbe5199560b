package org.aforo.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/** An open SubscribeToShard that a thread of its own reads. */
final class Subscriber implements PushLatency.Open {

    private static final String OPERATION = "SubscribeToShard";

    private final Closeable connection;
    private final Thread reader;
    private volatile boolean over;
    private volatile IOException broken;

    private Subscriber(Closeable connection, InputStream body, LongConsumer moments) {
        this.connection = connection;
        this.reader = Thread.ofPlatform().name("subscriber").start(() -> read(body, moments));
    }

    private void read(InputStream body, LongConsumer moments) {
        try (body) {
            new EventReader(body).read(moments);
        } catch (IOException e) {
            broken = over ? null : e;
        }
    }

    private static String input(String consumer, String shard) {
        return "{\"ConsumerARN\":\"" + consumer + "\",\"ShardId\":\"" + shard
                + "\",\"StartingPosition\":{\"Type\":\"LATEST\"}}";
    }

    /** Over HTTP/1.1. */
    static Subscriber http1(Target target, String consumer, String shard, LongConsumer moments) throws IOException {
        HttpConnection connection = new HttpConnection(target.port());
        InputStream body = connection.open(Requests.kinesis(OPERATION, input(consumer, shard)));
        if (connection.status() != 200) {
            connection.close();
            throw new IOException(OPERATION + " was answered with " + connection.status());
        }
        return new Subscriber(connection::close, body, moments);
    }

    /** Over HTTP/2. */
    static Subscriber http2(Target target, String consumer, String shard, LongConsumer moments) throws IOException {
        Http2Connection connection = new Http2Connection(target.port());
        InputStream body = connection.open(Requests.kinesisHeaders(OPERATION),
                input(consumer, shard).getBytes(StandardCharsets.US_ASCII));
        return new Subscriber(connection::close, body, moments);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        over = true;
        connection.close();
        reader.join();
        if (broken != null) {
            throw broken;
        }
    }
}
