package org.aforo.service.topics.internal.delivery;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Posts to HTTP endpoints. Of what they answer the status counts; they have 15 seconds of real time for all of it, as
 * on AWS. Safe for many threads.
 */
public final class Web implements AutoCloseable {

    /** What AWS gives an endpoint. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration ENDING = Duration.ofSeconds(2);
    private static final int SUCCESS = 2;
    private static final int SERVER = 5;
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;
    private static final int CLASS = 100;

    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private HttpClient client;

    public Web(Duration patience) {
        this.patience = patience;
    }

    private HttpClient client() {
        lock.lock();
        try {
            if (client == null) {
                client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience)
                        .followRedirects(HttpClient.Redirect.NEVER).build();
            }
            return client;
        } finally {
            lock.unlock();
        }
    }

    Outcome post(URI url, Map<String, String> headers, String body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        CompletableFuture<HttpResponse<Void>> answer = client().sendAsync(request.build(),
                HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS).statusCode();
            boolean temporary = status / CLASS == SERVER || status == TOO_MANY || status == TIMEOUT;
            return status / CLASS == SUCCESS ? new Outcome.Delivered()
                    : new Outcome.Failed(Integer.toString(status), "The endpoint answered with status " + status,
                            !temporary);
        } catch (ExecutionException e) {
            return unreachable(e.getCause());
        } catch (TimeoutException e) {
            return unreachable(e);
        } finally {
            answer.cancel(true);
        }
    }

    private static Outcome unreachable(Throwable why) {
        return new Outcome.Failed("EndpointUnreachable", why.getClass().getSimpleName()
                + (why.getMessage() == null ? "" : ": " + why.getMessage()), false);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (client != null) {
                client.shutdownNow();
                client.awaitTermination(ENDING);
                client = null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
