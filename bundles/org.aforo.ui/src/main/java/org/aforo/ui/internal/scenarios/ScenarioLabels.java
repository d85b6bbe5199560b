package org.aforo.ui.internal.scenarios;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;

/** What the list says of a scenario file. */
final class ScenarioLabels {

    /** The list's columns. */
    enum Column {
        NAME, RESULT, WHEN
    }

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT);

    private final Marks marks;

    ScenarioLabels(Display display) {
        marks = new Marks(display);
    }

    ColumnLabelProvider of(Column column) {
        return new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text(column, (Path) element);
            }

            @Override
            public Image getImage(Object element) {
                return column == Column.RESULT ? state((Path) element).map(marks::of).orElse(null) : null;
            }

            @Override
            public void dispose() {
                if (column == Column.NAME) {
                    marks.dispose();
                }
                super.dispose();
            }
        };
    }

    private static String text(Column column, Path file) {
        return switch (column) {
            case NAME -> Names.base(file);
            case RESULT -> state(file).map(ScenarioLabels::text).orElse(Messages.never_run);
            case WHEN -> Runs.shared().of(file).map(Run::began).or(() -> Runs.shared().result(file)
                    .map(Results.Entry::began)).map(ScenarioLabels::time).orElse("");
        };
    }

    private static Optional<Run.State> state(Path file) {
        return Runs.shared().of(file).map(Run::state)
                .or(() -> Runs.shared().result(file).map(Results.Entry::state));
    }

    /** The time where it was today, else the day: all that a narrow column has room for. */
    private static String time(Instant instant) {
        ZonedDateTime then = instant.atZone(ZoneId.systemDefault());
        return then.toLocalDate().equals(LocalDate.now()) ? TIME.format(then) : DATE.format(then);
    }

    static String text(Run.State state) {
        return switch (state) {
            case STARTING -> Messages.state_starting;
            case RUNNING -> Messages.state_running;
            case PASSED -> Messages.state_passed;
            case FAILED -> Messages.state_failed;
            case STOPPED -> Messages.state_stopped;
            case BROKEN -> Messages.state_broken;
        };
    }

    static String text(Run.Result result) {
        return switch (result) {
            case PENDING -> Messages.result_pending;
            case PASSED -> Messages.result_passed;
            case FAILED -> Messages.result_failed;
            case SKIPPED -> Messages.result_skipped;
        };
    }
}
