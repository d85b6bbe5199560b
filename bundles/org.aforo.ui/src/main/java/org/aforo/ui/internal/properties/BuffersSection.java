package org.aforo.ui.internal.properties;

import java.util.List;
import java.util.OptionalLong;

import org.aforo.client.BufferView;
import org.aforo.client.LiveResource;
import org.aforo.ui.internal.resources.Figures;
import org.eclipse.osgi.util.NLS;

/** What a resource holds back, against what makes it flush. */
public final class BuffersSection extends LiveSection {

    @Override
    String name() {
        return Messages.buffers_name;
    }

    @Override
    List<Column> columns() {
        return List.of(new Column(Messages.column_buffer, 140), new Column(Messages.column_size, 140),
                new Column(Messages.column_count, 130), new Column(Messages.column_fill, 70),
                new Column(Messages.column_age, 90), new Column(Messages.column_flush, 190),
                new Column(Messages.column_last, 320));
    }

    @Override
    List<List<String>> rows(Object selected) {
        return selected instanceof LiveResource resource
                ? resource.state().buffers().stream().map(buffer -> row(resource, buffer)).toList()
                : List.of();
    }

    private static List<String> row(LiveResource resource, BufferView buffer) {
        return List.of(resource.word(buffer.name()), bytes(buffer.bytes(), buffer.maxBytes()),
                count(buffer.records(), buffer.maxRecords()), Figures.percent(buffer.fill()),
                Figures.rate(buffer.oldestSeconds()), buffer.flushAt().map(Readable::time).orElse(""),
                buffer.last().map(BuffersSection::last).orElse(""));
    }

    private static String bytes(long bytes, OptionalLong most) {
        return most.isPresent() ? NLS.bind(Messages.of, Figures.bytes(bytes), Figures.bytes(most.getAsLong()))
                : Figures.bytes(bytes);
    }

    private static String count(long count, OptionalLong most) {
        return most.isPresent() ? NLS.bind(Messages.of, Figures.count(count), Figures.count(most.getAsLong()))
                : Figures.count(count);
    }

    private static String last(BufferView.Flush flush) {
        return NLS.bind(Messages.last,
                new Object[] {Readable.time(flush.at()), flush.reason(), Figures.count(flush.records()),
                        Figures.bytes(flush.bytes())});
    }
}
