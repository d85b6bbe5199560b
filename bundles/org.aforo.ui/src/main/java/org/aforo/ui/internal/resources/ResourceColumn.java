package org.aforo.ui.internal.resources;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.aforo.client.BufferView;
import org.aforo.client.LiveResource;
import org.aforo.client.ResourceState;
import org.eclipse.swt.SWT;

/** What the tree tells of a resource, a column each. */
enum ResourceColumn {

    NAME(Messages.column_name, 215, null, null), STATE(Messages.column_state, 70, null, null), RECORDS_IN(
            Messages.column_recordsIn, 95, s -> s.in().second().records(),
            Figures::rate), BYTES_IN(Messages.column_bytesIn, 80, s -> s.in().second().bytes(),
                    Figures::megabytes), RECORDS_OUT(Messages.column_recordsOut, 105, s -> s.out().second().records(),
                            Figures::rate), BYTES_OUT(Messages.column_bytesOut, 80, s -> s.out().second().bytes(),
                                    Figures::megabytes), THROTTLES(Messages.column_throttles, 90,
                                            s -> s.in().second().throttles() + s.out().second().throttles(),
                                            Figures::rate), ERRORS(Messages.column_errors, 70,
                                                    s -> s.in().errors() + s.out().errors(),
                                                    value -> value == 0 ? "" : Figures.count(Math.round(value))), FILL(
                                                            Messages.column_fill, 85, ResourceColumn::fill,
                                                            value -> value < 0 ? "" : Figures.percent(value)), ACTIVITY(
                                                                    Messages.column_activity, 180, null, null);

    private final String title;
    private final int width;
    private final ToDoubleFunction<ResourceState> value;
    private final Function<Double, String> format;

    ResourceColumn(String title, int width, ToDoubleFunction<ResourceState> value, Function<Double, String> format) {
        this.title = title;
        this.width = width;
        this.value = value;
        this.format = format;
    }

    String title() {
        return title;
    }

    int width() {
        return width;
    }

    int alignment() {
        return value == null ? SWT.LEFT : SWT.RIGHT;
    }

    /** Whether it changes with every sample. */
    boolean live() {
        return value != null;
    }

    double figure(LiveResource resource) {
        return value.applyAsDouble(resource.state());
    }

    /** What stands in the column; for a column of figures. */
    String text(LiveResource resource) {
        return format.apply(figure(resource));
    }

    private static double fill(ResourceState state) {
        return state.buffers().stream()
                .filter(buffer -> buffer.maxBytes().isPresent() || buffer.maxRecords().isPresent())
                .mapToDouble(BufferView::fill).max().orElse(-1);
    }
}
