package org.aforo.ui.internal.properties;

import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.IFilter;

/** Whether a resource holds something back. */
public final class HasBuffers implements IFilter {

    @Override
    public boolean select(Object selected) {
        return selected instanceof LiveResource resource
                && (!resource.state().buffers().isEmpty());
    }
}
