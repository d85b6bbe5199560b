package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.api.meter.Meter;

/** What was last seen of one resource. For the thread that watches. */
final class Seen {

    /** How often is asked what a resource tells beside figures, by real nanoseconds. */
    static final long ROUND = 1_000_000_000L;

    final String service;
    final String arn;
    final String kind;
    Resource resource;
    /** What it looks like; null before the first look. */
    Look now;
    /** When it was last there. */
    long look;
    private long in;
    private long out;
    private boolean quiet;
    private long due;

    /** @param due when it is to be looked at closely after the first time */
    Seen(String service, String arn, String kind, long due) {
        this.service = service;
        this.arn = arn;
        this.kind = kind;
        this.due = due;
    }

    /** Whether nothing flowed through it lately, and it holds nothing back. */
    boolean isQuiet() {
        return quiet;
    }

    /**
     * Looks again, and gives what it looks like: what was given before where that is the same. Totals and the last
     * second's rates of what flows, and every state, are of this moment. What else it tells is asked for once in a while,
     * and so are rates over more than a second, unless flow begins or something fails.
     */
    Look look(Resource is, long nanos) {
        Meter inward = is.in();
        Meter outward = is.out();
        long came = inward.stamp();
        long went = outward.stamp();
        String state = is.state();
        boolean known = resource == is && now != null;
        boolean still = known && quiet && came == in && went == out && state.equals(now.state());
        boolean close = !known || nanos - due >= 0;
        if (still && !close) {
            return now;
        }
        Look fresh = new Look(close || !state.equals(now.state()) ? Told.of(is, known ? now.told() : null) : now.told(),
                state, still ? now.in() : figures(inward, close || quiet ? null : now.in()),
                still ? now.out() : figures(outward, close || quiet ? null : now.out()), buffers(is, known));
        in = came;
        out = went;
        due = known && close ? nanos + ROUND : due;
        resource = is;
        quiet = fresh.in().isStill() && fresh.out().isStill() && Look.areEmpty(fresh.buffers());
        return fresh.equals(now) ? now : fresh;
    }

    /** @param before whose slower rates still do; null for none */
    private static Figures figures(Meter meter, Figures before) {
        return before == null ? Figures.of(meter.snapshot()) : Figures.of(meter, before);
    }

    private List<BufferState> buffers(Resource is, boolean known) {
        List<BufferState> buffers = is.buffers();
        return known && buffers.equals(now.buffers()) ? now.buffers() : List.copyOf(buffers);
    }

    /** It threw: the next look is a close one. */
    void broke(Resource is) {
        resource = is;
        quiet = false;
    }
}
