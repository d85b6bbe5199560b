package org.aforo.ui.internal.buffers;

import java.util.Optional;
import java.util.Set;

import org.aforo.client.BufferView;
import org.aforo.client.LiveResource;
import org.eclipse.core.runtime.IAdaptable;

/** A buffer of a resource, by its name; adapts to the resource. */
record BufferRow(LiveResource resource, String buffer) implements IAdaptable {

    private static final Set<String> COUNTED = Set.of("bytes", "records", "calls", "requests", "messages",
            "transactions");

    /** The resource's name for people: after that of what it is part of. */
    String name() {
        String own = resource.state().name();
        return resource.parent().map(whole -> whole.state().name() + " / " + own).orElse(own);
    }

    /** How it stands; nothing when the resource has it no more, or its bench doesn't answer. */
    Optional<BufferView> now() {
        return resource.gone() ? Optional.empty() : told();
    }

    /** As last told. */
    Optional<BufferView> told() {
        for (BufferView view : resource.state().buffers()) {
            if (view.name().equals(buffer)) {
                return Optional.of(view);
            }
        }
        return Optional.empty();
    }

    /**
     * Whether it is a rate limit's bucket of tokens, which is full when as much as may be was spent: that is how a
     * bench shows its limits. It never flushes and holds no records, and its name ends with what is counted.
     */
    static boolean isTokens(BufferView view) {
        return view.flushAt().isEmpty() && view.last().isEmpty() && view.records() == 0 && view.maxRecords().isEmpty()
                && endsWithCounted(view.name());
    }

    private static boolean endsWithCounted(String name) {
        int gap = Math.max(name.lastIndexOf(' '), name.lastIndexOf('-'));
        return gap > 0 && COUNTED.contains(name.substring(gap + 1));
    }

    /** Whether a bucket's tokens are bytes. */
    static boolean isBytes(BufferView view) {
        return view.name().endsWith("bytes");
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == LiveResource.class ? type.cast(resource) : null;
    }
}
