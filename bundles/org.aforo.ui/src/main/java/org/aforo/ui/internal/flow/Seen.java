package org.aforo.ui.internal.flow;

import java.util.Optional;

import org.aforo.client.BufferView;
import org.aforo.client.History.Passing;
import org.aforo.client.LiveResource;
import org.aforo.client.Rates;
import org.aforo.client.ResourceState;

/**
 * A resource as it is drawn.
 *
 * @param passing per real second
 */
record Seen(ResourceState state, Passing passing) {

    /** Nothing of what is no more, or of a bench that is lost. */
    static Optional<Seen> of(LiveResource resource) {
        return resource.gone() ? Optional.empty() : Optional.of(new Seen(resource.state(), resource.passing()));
    }

    /** Whether anything that came was refused just now: by the bench's clock, or by ours where that one runs faster. */
    boolean troubledIn() {
        return troubled(passing.in()) || troubled(state.in().tenSeconds());
    }

    /** The same of what was fetched from it, or passed on. */
    boolean troubledOut() {
        return troubled(passing.out()) || troubled(state.out().tenSeconds());
    }

    private static boolean troubled(Rates rates) {
        return rates.throttles() > 0 || rates.errors() > 0;
    }

    double fill() {
        return fill(state);
    }

    /** Of the fullest buffer, 0 to 1. */
    static double fill(ResourceState state) {
        return Math.clamp(state.buffers().stream().mapToDouble(BufferView::fill).max().orElse(0), 0, 1);
    }
}
