package org.aforo.ui.internal.properties;

import java.util.List;

import org.aforo.client.LiveResource;

/** The tags of a resource. */
public final class TagsSection extends LiveSection {

    @Override
    String name() {
        return Messages.tags_name;
    }

    @Override
    List<Column> columns() {
        return List.of(new Column(Messages.column_tag, 200), new Column(Messages.column_value, 400));
    }

    @Override
    List<List<String>> rows(Object selected) {
        return selected instanceof LiveResource resource ? resource.state().attributes().entrySet().stream()
                .filter(attribute -> Tags.is(attribute.getKey()))
                .map(attribute -> List.of(Tags.key(attribute.getKey()), attribute.getValue())).toList() : List.of();
    }
}
