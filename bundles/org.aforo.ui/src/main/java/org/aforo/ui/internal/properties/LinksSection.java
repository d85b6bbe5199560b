package org.aforo.ui.internal.properties;

import java.util.ArrayList;
import java.util.List;

import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;
import org.aforo.ui.internal.resources.RevealHandler;
import org.eclipse.osgi.util.NLS;

/** Where a resource's data goes to and comes from; Enter or a double click jumps there. */
public final class LinksSection extends LiveSection {

    private List<String> targets = List.of();

    @Override
    String name() {
        return Messages.links_name;
    }

    @Override
    List<Column> columns() {
        return List.of(new Column(Messages.column_direction, 90), new Column(Messages.column_link, 140),
                new Column(Messages.column_resource, 480));
    }

    @Override
    List<List<String>> rows(Object selected) {
        if (!(selected instanceof LiveResource resource)) {
            return List.of();
        }
        List<String> ends = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (ResourceState.Link link : resource.state().links()) {
            ends.add(link.to());
            boolean there = resource.connection().resource(link.to()).isPresent();
            rows.add(List.of(direction(!Links.isSource(link.label())), resource.word(link.label()),
                    there ? link.to() : NLS.bind(Messages.missing, link.to())));
        }
        for (LiveResource other : Links.into(resource)) {
            ends.add(other.arn());
            String label = Links.label(other, resource);
            rows.add(List.of(direction(Links.isSource(label)), other.word(label), other.arn()));
        }
        targets = ends;
        return rows;
    }

    private static String direction(boolean to) {
        return to ? Messages.direction_to : Messages.direction_from;
    }

    @Override
    void chosen(int row) {
        LiveResource from = resource();
        if (from != null && row >= 0 && row < targets.size()) {
            from.connection().resource(targets.get(row)).ifPresent(to -> RevealHandler.reveal(List.of(to)));
        }
    }
}
