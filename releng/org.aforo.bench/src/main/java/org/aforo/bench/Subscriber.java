package org.aforo.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * An open SubscribeToShard.
 *
 * @param body   the event stream
 * @param closer ends it
 */
record Subscriber(InputStream body, AutoCloseable closer) implements AutoCloseable {

    private static final String OPERATION = "SubscribeToShard";

    private static String input(String consumer, String shard) {
        return "{\"ConsumerARN\":\"" + consumer + "\",\"ShardId\":\"" + shard
                + "\",\"StartingPosition\":{\"Type\":\"LATEST\"}}";
    }

    /** Over HTTP/1.1. */
    static Subscriber http1(Target target, String consumer, String shard) throws IOException {
        HttpConnection connection = new HttpConnection(target.port());
        InputStream body = connection.open(Requests.kinesis(OPERATION, input(consumer, shard)));
        if (connection.status() != 200) {
            connection.close();
            throw new IOException(OPERATION + " was answered with " + connection.status());
        }
        return new Subscriber(body, connection);
    }

    /** Over HTTP/2, on a connection that a first request had upgraded. */
    static Subscriber http2(Target target, String consumer, String shard) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + target.port() + '/');
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        client.send(HttpRequest.newBuilder(uri.resolve("/_aforo/health")).build(),
                HttpResponse.BodyHandlers.discarding());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(input(consumer, shard)));
        Requests.kinesisHeaders(OPERATION).forEach(request::header);
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200 || response.version() != HttpClient.Version.HTTP_2) {
            client.shutdownNow();
            throw new IOException(OPERATION + " was answered with " + response.statusCode() + " over "
                    + response.version());
        }
        return new Subscriber(response.body(), client::shutdownNow);
    }

    @Override
    public void close() throws IOException {
        try {
            closer.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
