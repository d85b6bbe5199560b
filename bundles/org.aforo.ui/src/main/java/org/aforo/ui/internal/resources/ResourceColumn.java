package org.aforo.ui.internal.resources;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.aforo.client.BufferView;
import org.aforo.client.LiveResource;
import org.eclipse.swt.SWT;

/** What the tree tells of a resource, a column each; what is looked at most stands first. */
enum ResourceColumn {

    NAME(160, null, null), //
    STATE(58, null, null), //
    RECORDS_IN(58, r -> r.passing().in().records(), Figures::rate), //
    RECORDS_OUT(58, r -> r.passing().out().records(), Figures::rate), //
    BYTES_IN(70, r -> r.passing().in().bytes(), Figures::megabytes), //
    BYTES_OUT(70, r -> r.passing().out().bytes(), Figures::megabytes), //
    THROTTLES(70, r -> r.passing().in().throttles() + r.passing().out().throttles(), Figures::rate), //
    ERRORS(60, r -> r.state().in().errors() + r.state().out().errors(),
            value -> value == 0 ? "" : Figures.count(Math.round(value))), //
    FILL(70, ResourceColumn::fill, value -> value < 0 ? "" : Figures.percent(value)), //
    ACTIVITY(180, null, null);

    private final int width;
    private final ToDoubleFunction<LiveResource> value;
    private final Function<Double, String> format;

    ResourceColumn(int width, ToDoubleFunction<LiveResource> value, Function<Double, String> format) {
        this.width = width;
        this.value = value;
        this.format = format;
    }

    /** Short, as the figures below it are. */
    String title() {
        return switch (this) {
            case NAME -> Messages.column_name;
            case STATE -> Messages.column_state;
            case RECORDS_IN -> Messages.column_recordsIn;
            case RECORDS_OUT -> Messages.column_recordsOut;
            case BYTES_IN -> Messages.column_bytesIn;
            case BYTES_OUT -> Messages.column_bytesOut;
            case THROTTLES -> Messages.column_throttles;
            case ERRORS -> Messages.column_errors;
            case FILL -> Messages.column_fill;
            case ACTIVITY -> Messages.column_activity;
        };
    }

    /** What the title stands for. */
    String meaning() {
        return switch (this) {
            case RECORDS_IN -> Messages.meaning_recordsIn;
            case RECORDS_OUT -> Messages.meaning_recordsOut;
            case BYTES_IN -> Messages.meaning_bytesIn;
            case BYTES_OUT -> Messages.meaning_bytesOut;
            case THROTTLES -> Messages.meaning_throttles;
            case ERRORS -> Messages.meaning_errors;
            case FILL -> Messages.meaning_fill;
            case ACTIVITY -> Messages.meaning_activity;
            default -> title();
        };
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
        return value.applyAsDouble(resource);
    }

    /** What stands in the column; for a column of figures. */
    String text(LiveResource resource) {
        return format.apply(figure(resource));
    }

    private static double fill(LiveResource resource) {
        return resource.state().buffers().stream()
                .filter(buffer -> buffer.maxBytes().isPresent() || buffer.maxRecords().isPresent())
                .mapToDouble(BufferView::fill).max().orElse(-1);
    }
}
