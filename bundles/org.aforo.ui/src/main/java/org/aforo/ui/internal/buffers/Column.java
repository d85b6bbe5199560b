package org.aforo.ui.internal.buffers;

import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.aforo.client.BufferView;
import org.aforo.client.ClockState;
import org.aforo.ui.charts.Unit;
import org.aforo.ui.internal.throughput.FlushMarks;
import org.eclipse.osgi.util.NLS;

/** What the table tells of a buffer: a text, how much of a bar is filled, and what it is sorted by. */
enum Column {

    RESOURCE, BUFFER, BYTES, RECORDS, NEXT, AGE, LAST;

    private static final String NONE = "\u2013";
    /** As the bench's clock is shown. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    /** For the UI thread. */
    private static final NumberFormat TENTHS = tenths();

    private static NumberFormat tenths() {
        NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format;
    }

    String title() {
        return switch (this) {
            case RESOURCE -> Messages.resource;
            case BUFFER -> Messages.buffer;
            case BYTES -> Messages.bytes;
            case RECORDS -> Messages.records;
            case AGE -> Messages.age;
            case NEXT -> Messages.next;
            case LAST -> Messages.last;
        };
    }

    /** What the title stands for. */
    String meaning() {
        return switch (this) {
            case RECORDS -> Messages.records_meaning;
            case NEXT -> Messages.next_meaning;
            default -> title();
        };
    }

    int width() {
        return switch (this) {
            case RESOURCE -> 150;
            case BUFFER -> 110;
            case BYTES -> 122;
            case RECORDS -> 84;
            case AGE -> 100;
            case NEXT -> 62;
            case LAST -> 260;
        };
    }

    /** @param now how the row's buffer stands */
    String text(BufferRow row, Optional<BufferView> now) {
        return switch (this) {
            case RESOURCE -> row.resource().gone() ? NLS.bind(Messages.stale, row.name()) : row.name();
            case BUFFER -> row.resource().word(row.buffer());
            case BYTES -> now.map(Column::bytes).orElse(NONE);
            case RECORDS -> now.map(Column::records).orElse(NONE);
            case AGE -> times(row, now).map(Column::age).orElse(NONE);
            case NEXT -> times(row, now).map(Column::next).orElse(NONE);
            case LAST -> row.told().flatMap(BufferView::last).map(Column::last).orElse(NONE);
        };
    }

    private static String bytes(BufferView view) {
        if (view.kind() == BufferView.Kind.RATE) {
            return NONE;
        }
        String held = Unit.BYTES.text(view.bytes());
        return view.maxBytes().isPresent() ? NLS.bind(Messages.of, held, Unit.BYTES.text(view.maxBytes().getAsLong()))
                : held;
    }

    private static String records(BufferView view) {
        if (view.kind() == BufferView.Kind.BYTE_RATE) {
            return NONE;
        }
        if (view.kind() == BufferView.Kind.RATE) {
            return NLS.bind(Messages.of, Unit.RECORDS.text(view.bytes()),
                    view.maxBytes().isPresent() ? Unit.RECORDS.text(view.maxBytes().getAsLong()) : NONE);
        }
        String held = Unit.RECORDS.text(view.records());
        return view.maxRecords().isPresent()
                ? NLS.bind(Messages.of, held, Unit.RECORDS.text(view.maxRecords().getAsLong())) : held;
    }

    private static String age(BufferTimes times) {
        return times.left().isPresent() ? NLS.bind(Messages.of, seconds(times.age()), seconds(times.interval()))
                : times.age() > 0 ? seconds(times.age()) : NONE;
    }

    private static String next(BufferTimes times) {
        return times.left().isPresent() ? seconds(times.left().getAsDouble()) : NONE;
    }

    private static String last(BufferView.Flush flush) {
        return NLS.bind(Messages.flush, new Object[] {TIME.format(flush.at()),
                FlushMarks.reason(flush.reason()), Unit.RECORDS.text(flush.records()), Unit.BYTES.text(flush.bytes())});
    }

    private static String seconds(double seconds) {
        if (seconds >= 600) {
            return NLS.bind(Messages.minutes, (long) (seconds / 60), (long) (seconds % 60));
        }
        return NLS.bind(Messages.seconds, TENTHS.format(seconds));
    }

    /** How much of the cell's bar is filled, from 0 to 1; empty for no bar. */
    OptionalDouble share(BufferRow row) {
        Optional<BufferView> now = row.now();
        if (now.isEmpty()) {
            return OptionalDouble.empty();
        }
        BufferView view = now.get();
        boolean counted = view.kind() == BufferView.Kind.RATE;
        return switch (this) {
            case BYTES -> counted ? OptionalDouble.empty() : share(view.bytes(), view.maxBytes());
            case RECORDS -> counted ? share(view.bytes(), view.maxBytes()) : share(view.records(), view.maxRecords());
            case AGE -> times(row, now).map(BufferTimes::share).orElse(OptionalDouble.empty());
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble share(long held, OptionalLong most) {
        return most.isPresent() ? OptionalDouble.of((double) held / Math.max(1, most.getAsLong()))
                : OptionalDouble.empty();
    }

    /** What rows are sorted by. */
    Comparable<?> key(BufferRow row) {
        return switch (this) {
            case RESOURCE -> row.name();
            case BUFFER -> row.resource().word(row.buffer());
            case BYTES, RECORDS, AGE -> share(row).orElse(-1);
            case NEXT -> times(row, row.now()).map(times -> times.left().orElse(Double.MAX_VALUE))
                    .orElse(Double.MAX_VALUE);
            case LAST -> row.told().flatMap(BufferView::last).map(flush -> flush.at().toEpochMilli()).orElse(0L);
        };
    }

    private static Optional<BufferTimes> times(BufferRow row, Optional<BufferView> now) {
        Optional<ClockState> clock = row.resource().connection().clock();
        return now.flatMap(view -> clock.map(told -> BufferTimes.of(view, told)));
    }
}
