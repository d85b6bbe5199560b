package org.aforo.scenario;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.produce.Batches;
import org.aforo.scenario.internal.produce.Item;
import org.aforo.scenario.internal.produce.Lines;
import org.aforo.scenario.internal.produce.Ticker;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.Batch;

/** Sends demo data or a file's lines to any bench, in real time: it stands outside the bench and its clock. */
public final class Sender implements AutoCloseable {

    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(100);

    private final AwsClient client;
    private final URI endpoint;
    private final Target target;
    private final Batches batches;
    private final double rate;
    private final long count;

    /**
     * @param file  its lines are sent; null for the demo ticker
     * @param rate  records a second; 0 for as fast as it goes
     * @param count records at most; 0 for no end
     */
    public Sender(URI endpoint, Target target, Path file, double rate, long count) throws IOException {
        if (file != null && !Files.isReadable(file)) {
            throw new IOException("cannot read " + file);
        }
        this.endpoint = endpoint;
        this.client = new AwsClient(endpoint);
        this.target = target;
        this.batches = new Batches(file == null ? new Ticker(System.nanoTime()) : new Lines(file), target, false);
        this.rate = rate;
        this.count = count;
    }

    /**
     * Sends until there is nothing more to send.
     *
     * @param progress told how many were accepted so far
     * @return how many were accepted
     */
    public long send(LongConsumer progress) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long sent = 0;
        List<Item> left = List.of();
        while (!left.isEmpty() || batches.hasNext() && (count == 0 || sent < count)) {
            if (left.isEmpty()) {
                long due = rate == 0 ? Long.MAX_VALUE : (long) ((System.nanoTime() - begun) / 1e9 * rate) + 1;
                left = batches.next(Math.min(due, count == 0 ? Long.MAX_VALUE : count) - sent);
            }
            int tried = left.size();
            if (tried > 0) {
                left = put(left);
                sent += tried - left.size();
                progress.accept(sent);
            }
            if (!left.isEmpty() || tried == 0) {
                LockSupport.parkNanos(BEAT);
            }
        }
        return sent;
    }

    private List<Item> put(List<Item> batch) throws IOException, InterruptedException {
        try {
            return Batch.put(client, target, batch);
        } catch (AwsClient.Refused refused) {
            if (refused.retryable()) {
                return batch;
            }
            throw refused;
        } catch (ConnectException e) {
            throw new IOException("no bench answers at " + endpoint + "; start one with: aforo serve", e);
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
        batches.close();
    }
}
