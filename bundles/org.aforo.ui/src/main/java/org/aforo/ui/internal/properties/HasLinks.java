package org.aforo.ui.internal.properties;

import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.IFilter;

/** Whether a resource is linked with others. */
public final class HasLinks implements IFilter {

    @Override
    public boolean select(Object selected) {
        return selected instanceof LiveResource resource
                && (!resource.state().links().isEmpty() || !Links.into(resource).isEmpty());
    }
}
