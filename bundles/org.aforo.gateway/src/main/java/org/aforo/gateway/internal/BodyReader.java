package org.aforo.gateway.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.aforo.api.endpoint.AwsError;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Invocable;

/** Takes a request's body off the connection chunk by chunk; the (virtual) thread waits where none has come yet. */
final class BodyReader {

    private final Request request;

    BodyReader(Request request) {
        this.request = request;
    }

    /**
     * The next chunk, to be released by the caller.
     *
     * @param deadline by {@link System#nanoTime()}
     * @throws AwsError when it doesn't come in time, or the body isn't valid HTTP
     */
    Content.Chunk next(long deadline) throws IOException {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                await(deadline);
            } else if (Content.Chunk.isFailure(chunk)) {
                throw failure(chunk.getFailure());
            } else {
                return chunk;
            }
        }
    }

    private void await(long deadline) throws IOException {
        CountDownLatch there = new CountDownLatch(1);
        request.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, there::countDown));
        try {
            if (!there.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw timeout();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading the body");
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof TimeoutException) {
            throw timeout();
        }
        if (cause instanceof HttpException bad) {
            throw new AwsError("BadRequest", bad.getCode(), String.valueOf(bad.getReason()));
        }
        return new IOException("The client went away within the request's body.", cause);
    }

    /** S3's wording. */
    private static AwsError timeout() {
        return AwsError.client("RequestTimeout", "Your socket connection to the server was not read from or "
                + "written to within the timeout period. Idle connections will be closed.");
    }
}
