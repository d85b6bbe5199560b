package org.aforo.ui.internal.producers;

import org.aforo.client.LiveResource;

/** Where demo data meant for a resource goes to. */
final class Sinks {

    private Sinks() {
    }

    /** The resource; for a part of one (a shard), what it is part of, as records are sent to that. */
    static LiveResource of(LiveResource chosen) {
        LiveResource whole = chosen;
        while (whole.parent().isPresent()) {
            whole = whole.parent().get();
        }
        return whole;
    }
}
