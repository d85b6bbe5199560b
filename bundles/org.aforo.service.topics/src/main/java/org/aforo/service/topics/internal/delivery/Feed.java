package org.aforo.service.topics.internal.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import org.aforo.service.topics.internal.message.Published;

/**
 * What a subscription has still to be given: how far its topic was read, and which messages of those aren't delivered.
 * Of these there are only so many; the others stay in the topic's log. Messages of a group, where there are groups,
 * are given one after the other. Safe for many threads.
 */
public final class Feed {

    private static final int CHUNK = 64;

    /** The topic's messages. */
    public interface Source {
        /** Up to {@code max} from an offset on. */
        Iterable<Published> read(long offset, int max);

        /** The offset of the oldest that is there. */
        long first();

        /** The offset that the next will get. */
        long next();
    }

    /**
     * As it is kept.
     *
     * @param next offset of the first message that wasn't looked at
     * @param open failures by offset of those before it that aren't delivered
     */
    public record Saved(long next, Map<String, Integer> open) {
    }

    /** A message that isn't delivered; changed by the one who delivers it. */
    public static final class Open {
        private final long offset;
        private final long millis;
        private final String group;
        private int failures;
        private boolean dead;

        private Open(Published published, boolean grouped, int failures) {
            this.offset = published.offset();
            this.millis = published.time().toEpochMilli();
            this.group = grouped ? published.message().groupId() : null;
            this.failures = failures;
        }

        /** Counts a failure in; how many there are now. */
        public int fail() {
            return ++failures;
        }

        /** Whether it is to go to the dead letters. */
        public boolean dead() {
            return dead;
        }

        /** Lets it go to the dead letters. */
        public void die() {
            dead = true;
        }
    }

    /** A message to deliver. */
    public record Turn(Open open, Published published) {
    }

    private final Source source;
    private final boolean grouped;
    private final LongSupplier most;
    private final Predicate<Published> wanted;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeMap<Long, Open> open = new TreeMap<>();
    private final Deque<Open> ready = new ArrayDeque<>();
    /** Groups of which a message is ready, being delivered or waiting to be tried again, with those behind it. */
    private final Map<String, Deque<Open>> groups = new HashMap<>();
    private long next;
    private boolean closed;

    /**
     * @param grouped whether order is kept within a group
     * @param most    messages that may be open
     * @param wanted  whether a message is to be delivered; asked once each
     */
    public Feed(Source source, boolean grouped, LongSupplier most, Predicate<Published> wanted, Saved saved) {
        this.source = source;
        this.grouped = grouped;
        this.most = most;
        this.wanted = wanted;
        this.next = Math.max(source.first(), Math.min(saved.next(), source.next()));
        Map<Long, Integer> kept = new TreeMap<>();
        saved.open().forEach((offset, failures) -> kept.put(Long.valueOf(offset), failures));
        kept.forEach((offset, failures) -> {
            for (Published published : source.read(offset, 1)) {
                if (published.offset() == offset && offset < next) {
                    admit(new Open(published, grouped, failures));
                }
            }
        });
    }

    private void admit(Open message) {
        open.put(message.offset, message);
        if (message.group == null) {
            ready.add(message);
            return;
        }
        Deque<Open> behind = groups.get(message.group);
        if (behind == null) {
            groups.put(message.group, new ArrayDeque<>());
            ready.add(message);
        } else {
            behind.add(message);
        }
    }

    /** Something to deliver, or null when there is nothing now. */
    public Turn take() {
        lock.lock();
        try {
            while (!closed) {
                if (ready.isEmpty()) {
                    fill();
                }
                Open message = ready.poll();
                if (message == null) {
                    return null;
                }
                for (Published published : source.read(message.offset, 1)) {
                    if (published.offset() == message.offset) {
                        return new Turn(message, published);
                    }
                }
                forget(message);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Reads on until something is ready, or nothing more may be open. */
    private void fill() {
        while (ready.isEmpty() && hasMore()) {
            for (Published published : source.read(next, CHUNK)) {
                next = published.offset() + 1;
                if (wanted.test(published)) {
                    admit(new Open(published, grouped, 0));
                }
                if (open.size() >= most.getAsLong()) {
                    break;
                }
            }
        }
    }

    private boolean hasMore() {
        return open.size() < most.getAsLong() && next < source.next();
    }

    /** Whether {@link #take} may give something. */
    public boolean hasWork() {
        lock.lock();
        try {
            return !closed && (!ready.isEmpty() || hasMore());
        } finally {
            lock.unlock();
        }
    }

    /** It is delivered, or given up. */
    public void done(Open message) {
        lock.lock();
        try {
            forget(message);
        } finally {
            lock.unlock();
        }
    }

    private void forget(Open message) {
        open.remove(message.offset);
        Deque<Open> behind = message.group == null ? null : groups.get(message.group);
        if (behind != null && behind.isEmpty()) {
            groups.remove(message.group);
        } else if (behind != null) {
            ready.add(behind.poll());
        }
    }

    /** It is to be tried again now. */
    public void again(Open message) {
        lock.lock();
        try {
            ready.add(message);
        } finally {
            lock.unlock();
        }
    }

    /** How far it is. */
    public Saved saved() {
        lock.lock();
        try {
            Map<String, Integer> failures = new HashMap<>();
            open.forEach((offset, message) -> failures.put(Long.toString(offset), message.failures));
            return new Saved(next, failures);
        } finally {
            lock.unlock();
        }
    }

    /** The oldest message that is still needed; the next one when none is. */
    public long needed() {
        lock.lock();
        try {
            return open.isEmpty() ? next : open.firstKey();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What waits.
     *
     * @param records messages that aren't delivered; those that aren't wanted are among them until they are looked at
     * @param open    those of them in delivery or to be tried again
     * @param oldest  when the oldest of these was published, in milliseconds; -1 when there is none
     */
    public record Waiting(long records, long open, long oldest) {
    }

    /** What waits now. */
    public Waiting waiting() {
        lock.lock();
        try {
            long oldest = open.isEmpty() ? -1 : open.firstEntry().getValue().millis;
            return new Waiting(open.size() + Math.max(0, source.next() - next), open.size(), oldest);
        } finally {
            lock.unlock();
        }
    }

    /** Gives nothing any more. */
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}
