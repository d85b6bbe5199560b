package org.aforo.ui.internal.buffers;

import java.util.Optional;

import org.aforo.client.BufferView;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.tables.LongNames;
import org.eclipse.core.runtime.IAdaptable;

/** A buffer of a resource, by its name; adapts to the resource. */
record BufferRow(LiveResource resource, String buffer) implements IAdaptable {

    /** The resource's name for people: after that of what it is part of. */
    String name() {
        String own = LongNames.brief(resource.state().name());
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

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == LiveResource.class ? type.cast(resource) : null;
    }
}
