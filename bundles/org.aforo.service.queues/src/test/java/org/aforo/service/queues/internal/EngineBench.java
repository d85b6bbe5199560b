package org.aforo.service.queues.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.AwsError;
import org.aforo.testkit.TestBench;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The queue engine on a bench whose clock stands still. */
final class EngineBench implements AutoCloseable {

    final TestBench bench;
    Queues queues;

    EngineBench() {
        this(UnaryOperator.identity());
    }

    EngineBench(UnaryOperator<BenchSettings> change) {
        this(TestBench.stepped(change));
    }

    EngineBench(TestBench bench) {
        this.bench = bench;
        this.queues = new Queues(bench.bench());
    }

    static EngineBench unlimited() {
        return new EngineBench(settings -> settings.withLimitsLifted(true));
    }

    static QueueName name(String name) {
        return new QueueName(BenchSettings.DEFAULT_ACCOUNT, BenchSettings.DEFAULT_REGION, name);
    }

    /** A queue as queues are made, FIFO by its name. */
    Queue queue(String name) {
        return queue(name, UnaryOperator.identity());
    }

    Queue queue(String name, UnaryOperator<Draft> change) {
        QueueName full = name(name);
        Draft draft = change.apply(new Draft(QueueSettings.made(full.fifo())));
        return queues.create(full, draft.settings, Map.of());
    }

    /** The queue of a name, as it is now. */
    Queue again(String name) {
        return queues.find(name(name));
    }

    /** Settings that are changed one by one. */
    static final class Draft {
        private final QueueSettings settings;

        Draft(QueueSettings settings) {
            this.settings = settings;
        }

        Draft visibility(int seconds) {
            return with(seconds, settings.delaySeconds(), settings.retentionSeconds(), settings.waitSeconds(),
                    settings.redrive(), settings.groupScope(), settings.groupThroughput());
        }

        Draft delay(int seconds) {
            return with(settings.visibilitySeconds(), seconds, settings.retentionSeconds(), settings.waitSeconds(),
                    settings.redrive(), settings.groupScope(), settings.groupThroughput());
        }

        Draft retention(int seconds) {
            return with(settings.visibilitySeconds(), settings.delaySeconds(), seconds, settings.waitSeconds(),
                    settings.redrive(), settings.groupScope(), settings.groupThroughput());
        }

        Draft waiting(int seconds) {
            return with(settings.visibilitySeconds(), settings.delaySeconds(), settings.retentionSeconds(), seconds,
                    settings.redrive(), settings.groupScope(), settings.groupThroughput());
        }

        Draft redrive(Queue to, int most) {
            return with(settings.visibilitySeconds(), settings.delaySeconds(), settings.retentionSeconds(),
                    settings.waitSeconds(), new RedrivePolicy(to.arn().toString(), most), settings.groupScope(),
                    settings.groupThroughput());
        }

        Draft highThroughput() {
            return with(settings.visibilitySeconds(), settings.delaySeconds(), settings.retentionSeconds(),
                    settings.waitSeconds(), settings.redrive(), true, true);
        }

        private Draft with(int visibility, int delay, int retention, int wait, RedrivePolicy redrive, boolean scope,
                boolean throughput) {
            return new Draft(new QueueSettings(visibility, delay, retention, wait, settings.maxMessageBytes(), redrive,
                    settings.redriveAllow(), settings.policy(), settings.fifo(), settings.contentDedup(), scope,
                    throughput, settings.managedSse(), settings.kmsKeyId(), settings.kmsReuseSeconds()));
        }
    }

    void change(Queue queue, UnaryOperator<Draft> change) {
        queues.change(queue.fullName(), settings -> change.apply(new Draft(settings)).settings);
    }

    EngineBench advance(Duration span) {
        bench.advance(span);
        return this;
    }

    EngineBench seconds(long seconds) {
        return advance(Duration.ofSeconds(seconds));
    }

    static Outgoing text(String body) {
        return new Outgoing(body, Map.of(), null, null, null, null, "me");
    }

    static Outgoing delayed(String body, int seconds) {
        return new Outgoing(body, Map.of(), null, seconds, null, null, "me");
    }

    /** A message of a group, whose body is its deduplication id. */
    static Outgoing of(String group, String body) {
        return new Outgoing(body, Map.of(), null, null, group, body, "me");
    }

    static List<Sent> send(Queue queue, String... bodies) {
        return queue.send(Arrays.stream(bodies).map(EngineBench::text).toList());
    }

    static List<Sent> sendTo(Queue queue, String group, String... bodies) {
        return queue.send(Arrays.stream(bodies).map(body -> of(group, body)).toList());
    }

    static List<Received> receive(Queue queue, int max) {
        return receive(queue, new ReceiveSpec(max, 0, null, null));
    }

    static List<Received> receive(Queue queue, ReceiveSpec spec) {
        try {
            return queue.receive(spec);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A receive that waits; returns when it does wait. */
    CompletableFuture<List<Received>> poll(Queue queue, int max, int waitSeconds) {
        int before = queue.counts().waiting();
        CompletableFuture<List<Received>> polled = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                polled.complete(queue.receive(new ReceiveSpec(max, waitSeconds, null, null)));
            } catch (AwsError | InterruptedException e) {
                polled.completeExceptionally(e);
            }
        });
        while (queue.counts().waiting() == before && !polled.isDone()) {
            Thread.onSpinWait();
        }
        return polled;
    }

    static List<String> bodies(List<Received> received) {
        return received.stream().map(each -> each.message().body()).toList();
    }

    static String handle(List<Received> received) {
        return received.getFirst().receiptHandle();
    }

    static AwsError refused(Runnable call) {
        return catchThrowableOfType(AwsError.class, call::run);
    }

    static AwsError cause(CompletableFuture<?> future) {
        return (AwsError) catchThrowableOfType(CompletionException.class, future::join).getCause();
    }

    /** Closes everything in order and opens it again over the same folder. */
    void restart() {
        queues.close();
        bench.restart();
        queues = new Queues(bench.bench());
    }

    @Override
    public void close() {
        queues.close();
        bench.close();
    }
}
