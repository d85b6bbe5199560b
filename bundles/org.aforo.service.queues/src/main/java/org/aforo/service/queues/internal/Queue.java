package org.aforo.service.queues.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.meter.Meter;

/** A queue. Safe for many threads. */
public final class Queue {

    /** Groups that are looked at to find those that are shown. */
    private static final int GROUPS = 10_000;
    private static final int PIECE = 5_000;

    private final QueueCore core;
    private final Sending sending;
    private final Receiving receiving;
    private final Receipts receipts;

    Queue(QueueMeta meta, MessageStore store, Bench bench, Limits limits, DeadLetters deadLetters) throws AwsError {
        core = new QueueCore(meta, store, bench, limits, deadLetters);
        boolean fifo = meta.settings().fifo();
        FifoRate rate = fifo ? new FifoRate(limits, bench.clock(), () -> core.settings().groupThroughput()) : null;
        Deduplication deduplication = fifo ? new Deduplication() : null;
        sending = new Sending(core, rate, deduplication);
        receiving = new Receiving(core, rate);
        receipts = new Receipts(core, rate);
        core.restore(new Restore(core.backlog, deduplication, meta.settings(),
                limits.dedupSeconds.getAsLong() * QueueCore.MILLIS, core.now()));
    }

    /** @throws AwsError {@code RequestThrottled} beyond a FIFO queue's rate */
    public List<Sent> send(List<Outgoing> messages) throws AwsError {
        return sending.send(messages);
    }

    /** Takes messages of other queues as they are. */
    void accept(List<StoredMessage> messages) throws AwsError {
        if (!messages.isEmpty()) {
            sending.accept(messages);
        }
    }

    /**
     * Receives, waiting where there is none.
     *
     * @return none when none came, in time
     * @throws AwsError {@code OverLimit}, {@code RequestThrottled}
     */
    public List<Received> receive(ReceiveSpec spec) throws AwsError, InterruptedException {
        return receiving.receive(spec);
    }

    /** @return for each handle, in order, why the message could not be deleted; null where it was */
    public List<AwsError> delete(List<String> receiptHandles) throws AwsError {
        return receipts.delete(receiptHandles);
    }

    /** @return for each change, in order, why it could not be made; null where it was */
    public List<AwsError> changeVisibility(List<VisibilityChange> changes) throws AwsError {
        return receipts.changeVisibility(changes);
    }

    /** Removes all messages sent until now. The 60-second rule is {@link Queues#purge}'s. */
    void purge() throws AwsError {
        long upTo = core.known();
        if (upTo > 0) {
            core.store.deletedRanges(List.of(new long[] {0, upTo}));
        }
        while (core.change(() -> removeBelow(upTo)) == PIECE) {
            // Piece by piece, so that nobody waits long.
        }
        core.upkeep().run();
    }

    private int removeBelow(long upTo) {
        int removed = 0;
        for (Message message = core.backlog.index.from(0); message != null && message.number < upTo
                && removed < PIECE; message = core.backlog.index.from(message.number + 1)) {
            core.backlog.remove(message);
            removed++;
        }
        return removed;
    }

    public QueueCounts counts() {
        int waiting = core.waiting();
        return core.lookNow(() -> {
            Backlog backlog = core.backlog;
            return new QueueCounts(backlog.ready(), backlog.inFlight(), backlog.delayed(), age(backlog.oldest()),
                    age(backlog.countedSince()), waiting, backlog.order.groups().size(), backlog.order.blocked(),
                    backlog.order.busy(),
                    quiet(backlog));
        });
    }

    private QueueCounts.Quiet quiet(Backlog backlog) {
        long visible = backlog.ready();
        long inFlight = backlog.inFlight();
        long delayed = backlog.delayed();
        for (MessageGroup group : backlog.order.noisy()) {
            visible -= group.live - group.inFlight - group.delayed;
            inFlight -= group.inFlight;
            delayed -= group.delayed;
        }
        return new QueueCounts.Quiet(visible, inFlight, delayed, age(backlog.quietSince()));
    }

    /** @param since {@link Long#MAX_VALUE} for no message */
    private long age(long since) {
        return since == Long.MAX_VALUE ? 0 : Math.max(0, core.now() - since);
    }

    /** Message groups, at most {@code max}: those first that are blocked, then those that hold most. */
    public List<GroupState> groups(int max) {
        DeliveryOrder order = core.backlog.order;
        return core.look(() -> order.groups().stream().limit(GROUPS)
                .map(group -> new GroupState(group.id, group.live - group.inFlight, group.inFlight,
                        order.isBlocked(group)))
                .sorted(Comparator.comparing(GroupState::blocked).thenComparing(GroupState::waiting).reversed())
                .limit(max).toList());
    }

    /** Looks at messages in the order they were sent, whatever their visibility. */
    public QueuePeek peek() {
        return new QueuePeek(core);
    }

    /**
     * Removes messages, seen by {@link #peek}, whatever their visibility.
     *
     * @return how many were there
     */
    public int discard(List<Long> numbers) throws AwsError {
        List<Message> found = find(numbers);
        core.remove(found);
        return found.size();
    }

    /**
     * Moves messages, seen by {@link #peek}, to another queue (or sends them anew, to this one). They are new messages
     * there.
     *
     * @return how many were there
     */
    public int move(List<Long> numbers, Queue to) throws AwsError {
        return move(find(numbers), stored -> to).orThrow();
    }

    private List<Message> find(Collection<Long> numbers) {
        return core.look(() -> numbers.stream().map(core.backlog.index::get).filter(Objects::nonNull).distinct()
                .toList());
    }

    /**
     * Moves messages one by one, until one can't be.
     *
     * @param route where each goes, or why it can't
     */
    Moved move(List<Message> messages, Function<StoredMessage, Queue> route) throws AwsError {
        List<Message> moved = new ArrayList<>(messages.size());
        AwsError failure = null;
        try {
            for (Message message : messages) {
                StoredMessage stored = core.read(message, core.look(() -> message.place));
                if (stored != null) {
                    route.apply(stored).accept(List.of(stored.anew(core.now())));
                    moved.add(message);
                }
            }
        } catch (AwsError e) {
            failure = e;
        }
        core.remove(moved);
        return new Moved(moved.size(), failure);
    }

    /** Messages that are visible, oldest first, from a number on. */
    List<Message> visible(long from, int max) throws AwsError {
        return core.change(() -> {
            List<Message> found = new ArrayList<>(max);
            for (Message message = core.backlog.index.from(from); message != null
                    && found.size() < max; message = core.backlog.index.from(message.number + 1)) {
                if (message.state == Message.State.READY) {
                    found.add(message);
                }
            }
            return found;
        });
    }

    /** What was sent to it, in messages and their bytes. */
    public Meter in() {
        return core.in;
    }

    /** What was received from it, alike. */
    public Meter out() {
        return core.out;
    }

    public QueueFigures figures() {
        return core.figures;
    }

    public QueueMeta meta() {
        return core.meta();
    }

    /** Who may do what with it; null for its account alone. */
    AccessPolicy policy() {
        return core.policy();
    }

    public QueueName fullName() {
        return core.name();
    }

    public Arn arn() {
        return core.name().arn();
    }

    QueueCore core() {
        return core;
    }

    /** Ends it, and removes all it holds. */
    void delete() throws AwsError {
        core.close();
        core.store.delete();
    }

    /** Ends it; what it holds stays. */
    void close() {
        core.close();
        core.store.close();
    }
}
