package org.aforo.ui.internal.flow;

import java.util.Optional;
import java.util.function.Function;

import org.aforo.client.Rates;

/**
 * What goes over an edge now, and whether its end can take it.
 *
 * @param records per real second; so {@code bytes}
 */
record Load(double records, double bytes, Pressure pressure) {

    static final Load NONE = new Load(0, 0, Pressure.CALM);

    private static final double FILLING = 0.7;
    private static final double FULL = 0.95;

    /** How hard it is to pass anything on. */
    enum Pressure {
        CALM(Tint.CALM), WARM(Tint.WARM), HOT(Tint.HOT);

        private final Tint tint;

        Pressure(Tint tint) {
            this.tint = tint;
        }

        Tint tint() {
            return tint;
        }
    }

    boolean flows() {
        return records > 0 || bytes > 0;
    }

    /**
     * Of an edge. Its teller knows best what went over it, unless it has several of them: then the other end does,
     * and with several there as well the lesser of both is the most it can be.
     */
    static Load of(FlowGraph.Edge edge, FlowGraph graph, Function<String, Optional<Seen>> seen) {
        Optional<Seen> from = seen.apply(edge.from());
        Optional<Seen> to = seen.apply(edge.to());
        if (from.isEmpty() && to.isEmpty()) {
            return NONE;
        }
        Optional<Rates> out = from.map(node -> node.passing().out());
        Optional<Rates> in = to.map(node -> node.passing().in());
        boolean forked = graph.edges().stream().filter(other -> other.from().equals(edge.from())).count() > 1;
        boolean joined = graph.edges().stream().filter(other -> other.to().equals(edge.to())).count() > 1;
        boolean told = edge.teller().equals(edge.from()) ? !forked : joined && !forked;
        Rates rates = told ? out.or(() -> in).get() : !joined ? in.or(() -> out).get() : lesser(out, in);
        return new Load(rates.records(), rates.bytes(), pressure(from, to));
    }

    private static Rates lesser(Optional<Rates> out, Optional<Rates> in) {
        if (out.isEmpty() || in.isEmpty()) {
            return out.or(() -> in).get();
        }
        return out.get().bytes() < in.get().bytes() ? out.get() : in.get();
    }

    private static Pressure pressure(Optional<Seen> from, Optional<Seen> to) {
        boolean refused = from.filter(Seen::troubledOut).isPresent() || to.filter(Seen::troubledIn).isPresent();
        return refused ? Pressure.HOT : of(to.map(Seen::fill).orElse(0.0));
    }

    static Pressure of(double fill) {
        return fill >= FULL ? Pressure.HOT : fill >= FILLING ? Pressure.WARM : Pressure.CALM;
    }
}
