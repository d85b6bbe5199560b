package org.aforo.ui.internal.throughput;

import java.util.List;

import org.aforo.client.History.FlushMark;
import org.aforo.client.LiveResource;
import org.aforo.ui.charts.Mark;
import org.aforo.ui.charts.Unit;
import org.eclipse.osgi.util.NLS;

/** Marks for the flushes of a resource's buffers. */
public final class FlushMarks {

    private FlushMarks() {
    }

    /** Those that were seen between two real times, oldest first. */
    public static List<Mark> of(LiveResource resource, long from, long to) {
        return resource.connection().history().flushes(resource, from, to).stream().map(FlushMarks::mark).toList();
    }

    private static Mark mark(FlushMark seen) {
        return new Mark(seen.millis(), Mark.Kind.FLUSH, NLS.bind(Messages.flushed,
                new Object[] {seen.buffer(), reason(seen.flush().reason()),
                        Unit.RECORDS.text(seen.flush().records()), Unit.BYTES.text(seen.flush().bytes())}));
    }

    /** Why it was flushed, in words. */
    public static String reason(String reason) {
        return switch (reason) {
            case "SIZE" -> Messages.bySize;
            case "COUNT" -> Messages.byCount;
            case "INTERVAL" -> Messages.byInterval;
            case "MANUAL" -> Messages.byHand;
            default -> reason;
        };
    }
}
