package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;

/** What was last seen of one resource. For the thread that watches; others read {@link #json} of a frame alone. */
final class Seen {

    private static final long SECOND = 1_000_000_000L;

    final String service;
    final String arn;
    final String kind;
    Resource resource;
    byte[] json = {};
    /** When it was last there. */
    long look;
    private long in;
    private long out;
    private boolean quiet;
    private Told told;
    private String state = "";
    private long toldAt;

    Seen(String service, String arn, String kind) {
        this.service = service;
        this.arn = arn;
        this.kind = kind;
    }

    /** Whether nothing flowed through it lately, and it holds nothing back. */
    boolean isQuiet() {
        return quiet;
    }

    /** Whether it surely looks as it did, but for what may change without any flow. Cheap. */
    boolean isStill(Resource now) {
        return quiet && resource == now && state.equals(now.state()) && now.in().stamp() == in
                && now.out().stamp() == out;
    }

    /** Looks closely, and gives how it looks as JSON. */
    byte[] look(Resource now) {
        Meter inward = now.in();
        Meter outward = now.out();
        in = inward.stamp();
        out = outward.stamp();
        Meter.Snapshot came = inward.snapshot();
        Meter.Snapshot went = outward.snapshot();
        List<BufferState> buffers = now.buffers();
        told = resource == now ? told : null;
        resource = now;
        quiet = isStill(came) && isStill(went) && areEmpty(buffers);
        Told fixed = told(now);
        return Json.bytes(gen -> ResourceJson.write(gen, service, now, came, went, buffers, fixed));
    }

    /** Asked once a second, and whenever its state is another. */
    private Told told(Resource now) {
        String is = now.state();
        long nanos = System.nanoTime();
        if (told == null || quiet || nanos - toldAt > SECOND || !is.equals(state)) {
            told = Told.of(now);
            state = is;
            toldAt = nanos;
        }
        return told;
    }

    /** It threw: the next look is a close one. */
    void broke(Resource now) {
        resource = now;
        quiet = false;
    }

    private static boolean isStill(Meter.Snapshot figures) {
        return isStill(figures.oneSecond()) && isStill(figures.tenSeconds()) && isStill(figures.minute());
    }

    private static boolean isStill(Meter.Rate rate) {
        return rate.records() == 0 && rate.bytes() == 0 && rate.errors() == 0 && rate.throttles() == 0;
    }

    private static boolean areEmpty(List<BufferState> buffers) {
        for (BufferState buffer : buffers) {
            if (buffer.records() != 0 || buffer.bytes() != 0 || buffer.flushAt().isPresent()) {
                return false;
            }
        }
        return true;
    }
}
