package org.aforo.ui.internal.properties;

import org.aforo.client.LiveResource;
import org.eclipse.jface.viewers.IFilter;

/** Whether a resource has tags. */
public final class HasTags implements IFilter {

    @Override
    public boolean select(Object selected) {
        return selected instanceof LiveResource resource
                && (resource.state().attributes().keySet().stream().anyMatch(Tags::is));
    }
}
