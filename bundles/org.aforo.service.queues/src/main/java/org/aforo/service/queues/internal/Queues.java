package org.aforo.service.queues.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.log.MetadataStore.MetaMap;

/** All queues: made, found, changed and removed here, and kept in the bench's metadata. Safe for many threads. */
public final class Queues implements AutoCloseable {

    private final Bench bench;
    private final Limits limits;
    private final MetaMap<QueueMeta> stored;
    private final NavigableMap<QueueName, Queue> queues = new ConcurrentSkipListMap<>();
    private final Deletions deletions;
    private final ReentrantLock changing = new ReentrantLock();
    private final MoveTasks moves;

    public Queues(Bench bench) {
        this.bench = bench;
        this.limits = new Limits(bench.quotas());
        this.stored = bench.metadata().map("sqs.queues", QueueMeta.class);
        this.deletions = new Deletions(bench.metadata().map("sqs.deleted", Deletions.Deletion.class));
        stored.all().values().forEach(this::open);
        this.moves = new MoveTasks(this);
    }

    private Queue open(QueueMeta meta) {
        QueueName name = meta.fullName();
        Queue queue = new Queue(meta, new LogMessageStore(name, bench), bench, limits,
                policy -> lookUp(QueueName.of(Arn.parse(policy.target()))));
        queues.put(name, queue);
        return queue;
    }

    public Bench bench() {
        return bench;
    }

    public Limits limits() {
        return limits;
    }

    /** Whether an action is its queue's owner's alone. */
    public static boolean isOwners(String action) {
        return QueueAccess.isOwners(action);
    }

    public MoveTasks moves() {
        return moves;
    }

    /** @throws AwsError {@code QueueDoesNotExist} */
    public Queue find(QueueName name) throws AwsError {
        Queue queue = queues.get(name);
        if (queue == null) {
            throw Errors.noQueue();
        }
        return queue;
    }

    /**
     * The queue that a URL names, once its account or its policy lets the caller do that.
     *
     * @throws AwsError {@code QueueDoesNotExist}, {@code InvalidAddress}, {@code AccessDenied}
     */
    public Queue find(String url, Call call, String operation) throws AwsError {
        return find(QueueUrl.parse(url, call), call, operation);
    }

    /** As {@link #find(String, Call, String)}. */
    public Queue find(QueueName name, Call call, String operation) throws AwsError {
        Queue queue = find(name);
        QueueAccess.check(queue, call, operation);
        return queue;
    }

    /** Null when there is none. */
    public Queue lookUp(QueueName name) {
        return name == null ? null : queues.get(name);
    }

    /**
     * Makes a queue.
     *
     * @return the one that was there already, if it was: whether its settings are those asked for is the caller's to
     *         see
     * @throws AwsError {@code QueueDeletedRecently}
     */
    public Queue create(QueueName name, QueueSettings settings, Map<String, String> tags) throws AwsError {
        changing.lock();
        try {
            Queue there = queues.get(name);
            if (there != null) {
                return there;
            }
            long now = bench.clock().millis();
            if (deletions.isRecent(name, now - limits.deletedSeconds.getAsLong() * QueueCore.MILLIS)) {
                throw Errors.deletedRecently();
            }
            QueueMeta meta = new QueueMeta(name.account(), name.region(), name.name(), salt(name, now), now, now, 0,
                    settings, tags);
            stored.put(name.arn().toString(), meta);
            return open(meta);
        } finally {
            changing.unlock();
        }
    }

    /** Another for each name and moment. */
    private static long salt(QueueName name, long now) {
        return (long) name.hashCode() << Integer.SIZE ^ now;
    }

    /** Changes a queue's settings; in force at once. */
    public Queue change(QueueName name, UnaryOperator<QueueSettings> change) throws AwsError {
        return update(name, meta -> meta.withSettings(change.apply(meta.settings()), bench.clock().millis()));
    }

    public Queue tag(QueueName name, UnaryOperator<Map<String, String>> change) throws AwsError {
        return update(name, meta -> meta.withTags(change.apply(meta.tags())));
    }

    /** Removes all messages of a queue, at most once in 60 seconds; also over a restart. */
    public void purge(QueueName name) throws AwsError {
        empty(update(name, meta -> {
            long now = bench.clock().millis();
            if (meta.purged() > 0 && now < meta.purged() + limits.purgeSeconds.getAsLong() * QueueCore.MILLIS) {
                throw Errors.purgeInProgress(name.name());
            }
            return meta.withPurge(now);
        }));
    }

    /**
     * Removes all messages of a queue, whenever it was done last.
     *
     * @return how many
     */
    long empty(Queue queue) throws AwsError {
        QueueCounts counts = queue.counts();
        queue.purge();
        long removed = (long) counts.visible() + counts.inFlight() + counts.delayed();
        bench.events().publish("queue-purged", queue.arn().toString(), "messages removed: " + removed);
        return removed;
    }

    private Queue update(QueueName name, UnaryOperator<QueueMeta> change) throws AwsError {
        changing.lock();
        try {
            Queue queue = find(name);
            QueueMeta meta = change.apply(queue.meta());
            stored.put(name.arn().toString(), meta);
            queue.core().meta(meta);
            return queue;
        } finally {
            changing.unlock();
        }
    }

    /** Removes a queue and all it holds; receives that wait end. */
    public void delete(QueueName name) throws AwsError {
        changing.lock();
        try {
            find(name);
            remove(name);
            deletions.note(name, bench.clock().millis());
        } finally {
            changing.unlock();
        }
    }

    private void remove(QueueName name) throws AwsError {
        stored.remove(name.arn().toString());
        moves.forget(name);
        queues.remove(name).delete();
    }

    /** An account's queues in a region whose name begins with {@code prefix} and is after {@code after}; null for all. */
    public List<Queue> list(String account, String region, String prefix, String after) {
        String begin = prefix == null ? "" : prefix;
        String from = after == null || after.compareTo(begin) < 0 ? begin : after;
        return queues.tailMap(new QueueName(account, region, from), !from.equals(after))
                .headMap(new QueueName(account, region + '\0', ""), false).values().stream()
                .takeWhile(queue -> queue.fullName().name().startsWith(begin)).toList();
    }

    /** The queues whose dead-letter queue this is, by name. */
    public List<Queue> sourcesOf(Queue deadLetters) {
        String target = deadLetters.arn().toString();
        return queues.values().stream().filter(queue -> {
            RedrivePolicy redrive = queue.meta().settings().redrive();
            return redrive != null && redrive.target().equals(target);
        }).toList();
    }

    public Collection<Queue> all() {
        return queues.values();
    }

    /** Removes all queues. */
    public void reset() {
        changing.lock();
        try {
            List.copyOf(queues.keySet()).forEach(this::remove);
            deletions.clear();
        } finally {
            changing.unlock();
        }
    }

    @Override
    public void close() {
        moves.close();
        queues.values().forEach(Queue::close);
    }
}
