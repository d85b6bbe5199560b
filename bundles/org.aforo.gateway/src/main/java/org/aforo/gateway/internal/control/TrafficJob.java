package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;

/** A recording or a replay of a resource's traffic; works on a thread of its own until it is done or stopped. */
abstract class TrafficJob {

    /** How long (in real time) somebody who stops it waits for its file to be closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    protected final String id;
    protected final Arn arn;
    protected final Path file;
    protected final Bench bench;
    private volatile long records;
    private volatile long bytes;
    private volatile long refused;
    private volatile String error = "";
    private volatile boolean running = true;
    private volatile Thread thread;

    /**
     * How it is.
     *
     * @param kind    {@code record} or {@code replay}
     * @param records written to the file, or taken by the resource
     * @param refused by the resource
     * @param error   the first refusal, or why it ended; empty when all is well
     */
    record State(String id, String kind, String arn, String file, long records, long bytes, long refused,
            String error, boolean running) {
    }

    TrafficJob(String id, Arn arn, Path file, Bench bench) {
        this.id = id;
        this.arn = arn;
        this.file = file;
        this.bench = bench;
    }

    abstract String kind();

    /** Does the work. */
    abstract void work() throws IOException, InterruptedException;

    /** Asks it to come to its end. */
    abstract void end(Thread worker);

    final State state() {
        return new State(id, kind(), arn.toString(), file.toString(), records, bytes, refused, error, running);
    }

    final void start() {
        thread = bench.scheduler().start(kind() + '-' + id, this::run);
    }

    private void run() {
        try {
            work();
        } catch (IOException e) {
            fail(file + ": " + e.getMessage());
        } catch (AwsError | ControlException e) {
            fail(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    private void fail(String why) {
        error = why;
        bench.events().publish(kind() + "-failed", arn.toString(), why);
    }

    /** Counts what went through. */
    final void count(long more, long moreBytes) {
        records += more;
        bytes += moreBytes;
    }

    /** Counts what was refused, and keeps the first reason. */
    final void refused(String why) {
        refused++;
        error = error.isEmpty() ? why : error;
    }

    /** Ends it, and waits until it has let go of its file. */
    final void stop() throws InterruptedException {
        end(thread);
        thread.join(PATIENCE);
    }
}
