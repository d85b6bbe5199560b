package org.aforo.ui.internal.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.resources.Sampling;
import tools.jackson.databind.JsonNode;

/**
 * Looks at a resource's last records and goes on with those that come, as often as the table that shows them is brought
 * up to date, on a virtual thread until closed. A bench that doesn't answer is asked again, ever more seldom up to every five seconds; a resource that
 * can't be looked at isn't.
 */
final class Tail implements AutoCloseable {

    private static final int FIRST = 50;
    private static final int MAX = 500;
    private static final Duration PAUSE = Duration.ofMillis(Sampling.tableMillis());
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration IDLE = Duration.ofMillis(1000);
    private static final int QUIET = 8;

    private final LiveResource resource;
    private final RecordRing ring;
    private final Runnable news;
    private final Thread thread;
    private volatile boolean paused;
    private volatile String trouble = "";
    private volatile boolean skipped;
    /** Of the thread alone, to the last. */
    private String position;
    private Set<String> last = Set.of();
    private boolean behind;
    private boolean ended;
    private int quiet;
    private Duration pause = PAUSE;

    /** @param news called on the thread here after anything changed */
    Tail(LiveResource resource, RecordRing ring, boolean paused, Runnable news) {
        this.resource = resource;
        this.ring = ring;
        this.news = news;
        this.paused = paused;
        thread = Thread.ofVirtual().name("records of " + resource.arn()).start(this::follow);
    }

    LiveResource resource() {
        return resource;
    }

    /** Why there is nothing (more) to see, in the bench's words; empty when all is well. */
    String trouble() {
        return trouble;
    }

    /** Whether records came faster than they can be shown, so that some were left out. */
    boolean skipped() {
        return skipped;
    }

    void pause(boolean stop) {
        paused = stop;
    }

    private void follow() {
        try {
            while (!ended) {
                if (position == null || !paused) {
                    go();
                }
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    /** One look. Where more came than one look shows, the next one is at the end again. */
    private void go() {
        try {
            boolean skip = behind;
            JsonNode look = look(position == null ? "&last=" + FIRST
                    : skip ? "&last=" + MAX : "&after=" + Control.encode(position) + "&max=" + MAX);
            List<PeekedRecord> all = read(look);
            List<PeekedRecord> fresh = all.stream().filter(one -> !last.contains(one.identity())).toList();
            skipped |= skip && fresh.size() == all.size() && !all.isEmpty();
            behind = !skip && fresh.size() >= MAX;
            quiet = fresh.isEmpty() ? quiet + 1 : 0;
            pause = quiet > QUIET ? IDLE : PAUSE;
            position = look.path("position").asString("");
            if (!all.isEmpty()) {
                last = all.stream().map(PeekedRecord::identity).collect(Collectors.toSet());
            }
            take(fresh);
        } catch (BenchException e) {
            failed(e);
        }
    }

    private void failed(BenchException e) {
        told(e.getMessage());
        if (e.status() / 100 == 4) {
            ended = position == null;
            position = null;
        }
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
    }

    private JsonNode look(String query) throws BenchException {
        return resource.connection().control().get("/records?arn=" + Control.encode(resource.arn()) + query);
    }

    private static List<PeekedRecord> read(JsonNode look) {
        List<PeekedRecord> fresh = new ArrayList<>();
        look.path("records").forEach(node -> fresh.add(PeekedRecord.of(node)));
        return fresh;
    }

    private void take(List<PeekedRecord> fresh) {
        boolean first = !trouble.isEmpty();
        trouble = "";
        if (!fresh.isEmpty() && !Thread.currentThread().isInterrupted()) {
            ring.add(fresh);
            news.run();
        } else if (first) {
            news.run();
        }
    }

    private void told(String why) {
        if (!why.equals(trouble) && !Thread.currentThread().isInterrupted()) {
            trouble = why;
            news.run();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
