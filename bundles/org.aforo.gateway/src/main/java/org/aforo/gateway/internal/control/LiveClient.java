package org.aforo.gateway.internal.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.Events;

/**
 * One reader of the live feed. What it hasn't been sent yet is merged: of a resource that changed twice it gets both
 * changes as one, so one that reads slowly holds up nobody and keeps at most two looks a resource.
 */
final class LiveClient {

    private static final int MAX_EVENTS = 500;
    private static final int PIECE = 1 << 18;
    private static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(5);
    /** Of a period after which a frame may follow, so that one that comes a moment early isn't put off to the next. */
    private static final double EARLY = 0.8;
    private static final byte[] COMMENT = bytes(": heartbeat\n\n");
    private static final byte[] COMMA = bytes(",");

    private final Filter filter;
    private final long gap;
    private final double hertz;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private List<Step> whole;
    private Map<String, Step> changed = new LinkedHashMap<>();
    private Set<String> removed = new LinkedHashSet<>();
    private Deque<Events.Event> events = new ArrayDeque<>();
    private String clock = "";
    private boolean met;
    private boolean waiting;
    private boolean ended;
    private long sent = System.nanoTime() - HEARTBEAT;

    /** What a client wants to see; null for all. */
    record Filter(String service, String kind) {
        boolean lets(String ofService, String ofKind) {
            return (service == null || service.equals(ofService)) && (kind == null || kind.equals(ofKind));
        }
    }

    private record Frame(String type, Collection<Step> resources, Set<String> removed,
            Collection<Events.Event> events,
            String clock) {
    }

    /** @param hertz frames a second at most */
    LiveClient(Filter filter, double hertz) {
        this.filter = filter;
        this.hertz = hertz;
        this.gap = (long) (TimeUnit.SECONDS.toNanos(1) / hertz * EARLY);
    }

    double hertz() {
        return hertz;
    }

    /** Whether it has to be told everything first. */
    boolean isNew() {
        return !met;
    }

    /** Tells everything. For the watching thread. */
    void begin(List<Step> all, String now) {
        lock.lock();
        try {
            met = true;
            whole = all.stream().filter(step -> lets(step.seen())).toList();
            clock = now;
            waiting = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Tells what changed. Never blocks for long. */
    void offer(Watch.Change change, List<Events.Event> fresh, String now) {
        lock.lock();
        try {
            for (Step step : change.changed()) {
                if (lets(step.seen())) {
                    changed.merge(step.seen().arn, removed.remove(step.seen().arn) ? step.whole() : step,
                            (untold, next) -> next.after(untold));
                }
            }
            for (Seen seen : change.removed()) {
                if (lets(seen)) {
                    changed.remove(seen.arn);
                    removed.add(seen.arn);
                }
            }
            events.addAll(fresh);
            while (events.size() > MAX_EVENTS) {
                events.poll();
            }
            clock = now;
            waiting = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean lets(Seen seen) {
        return filter.lets(seen.service, seen.kind);
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Writes frames, and a comment now and then where there are none, until ended or the client goes. */
    void run(Answer.Sink sink) throws IOException {
        while (true) {
            Frame frame = next();
            if (frame == null && ended) {
                return;
            }
            if (frame == null) {
                sink.write(COMMENT);
            } else {
                write(frame, sink);
            }
            sent = System.nanoTime();
        }
    }

    /** Null when there is nothing for long, or it has ended. */
    private Frame next() throws IOException {
        lock.lock();
        try {
            long now = System.nanoTime();
            while (!ended && (waiting ? now - sent < gap : now - sent < HEARTBEAT)) {
                news.awaitNanos((waiting ? gap : HEARTBEAT) - (now - sent));
                now = System.nanoTime();
            }
            return ended || !waiting ? null : take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            lock.unlock();
        }
    }

    private Frame take() {
        if (whole != null) {
            Frame all = new Frame("snapshot", whole, Set.of(), List.of(), clock);
            whole = null;
            waiting = !changed.isEmpty() || !removed.isEmpty() || !events.isEmpty();
            return all;
        }
        Frame delta = new Frame("delta", changed.values(), removed, events, clock);
        changed = new LinkedHashMap<>();
        removed = new LinkedHashSet<>();
        events = new ArrayDeque<>();
        waiting = false;
        return delta;
    }

    /** In pieces: a snapshot of ten thousand shards has many megabytes. */
    private static void write(Frame frame, Answer.Sink sink) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 13);
        out.writeBytes(bytes("event: " + frame.type() + "\ndata: {\"clock\":" + frame.clock() + ",\"resources\":["));
        boolean first = true;
        for (Step resource : frame.resources()) {
            if (!first) {
                out.writeBytes(COMMA);
            }
            first = false;
            out.writeBytes(resource.json());
            if (out.size() > PIECE) {
                sink.write(out.toByteArray());
                out.reset();
            }
        }
        out.writeBytes(bytes("],\"removed\":"));
        out.writeBytes(Json.bytes(gen -> Json.value(gen, List.copyOf(frame.removed()))));
        out.writeBytes(bytes(",\"events\":"));
        out.writeBytes(Json.bytes(gen -> EventViews.write(gen, new ArrayList<>(frame.events()))));
        out.writeBytes(bytes("}\n\n"));
        sink.write(out.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
