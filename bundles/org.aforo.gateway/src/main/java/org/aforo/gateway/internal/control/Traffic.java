package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Recordings and replays, oldest first; those that ended are kept until there are too many. Safe for many threads. */
final class Traffic implements AutoCloseable {

    private static final int MOST = 64;

    private final List<TrafficJob> jobs = new ArrayList<>();
    private long made;

    /** Makes a job of its id. */
    @FunctionalInterface
    interface Maker<T extends TrafficJob> {
        T make(String id) throws IOException;
    }

    synchronized <T extends TrafficJob> T start(Maker<T> maker) throws IOException {
        if (jobs.size() >= MOST && !forgetEnded()) {
            throw new ControlException(409, "TooMany", "There are " + MOST + " recordings and replays already.");
        }
        T job = maker.make("t" + (made + 1));
        made++;
        jobs.add(job);
        job.start();
        return job;
    }

    private boolean forgetEnded() {
        return jobs.stream().filter(job -> !job.state().running()).findFirst().map(jobs::remove).orElse(false);
    }

    synchronized List<TrafficJob> list() {
        return List.copyOf(jobs);
    }

    /** Stops and forgets one. */
    TrafficJob remove(String id) throws InterruptedException {
        TrafficJob job = take(id);
        if (job != null) {
            job.stop();
        }
        return job;
    }

    private synchronized TrafficJob take(String id) {
        TrafficJob job = jobs.stream().filter(each -> each.id.equals(id)).findFirst().orElse(null);
        jobs.remove(job);
        return job;
    }

    /** Stops and forgets all. */
    void clear() throws InterruptedException {
        for (TrafficJob job : list()) {
            remove(job.id);
        }
    }

    @Override
    public void close() {
        try {
            clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
