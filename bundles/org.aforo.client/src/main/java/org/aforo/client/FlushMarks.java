package org.aforo.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.client.History.FlushMark;

/** The flushes of a resource's buffers that were seen; the last thousand. */
final class FlushMarks {

    private static final int KEPT = 1000;

    private Map<String, BufferView.Flush> last = Map.of();
    private Deque<FlushMark> marks;

    /** Takes note of the flushes there were before anyone looked. */
    void begin(ResourceState state) {
        last = Map.of();
        state.buffers().forEach(buffer -> buffer.last().ifPresent(flush -> remember(buffer.name(), flush)));
    }

    void tell(ResourceState state, long millis) {
        for (BufferView buffer : state.buffers()) {
            BufferView.Flush flush = buffer.last().orElse(null);
            if (flush != null && !flush.equals(last.get(buffer.name()))) {
                remember(buffer.name(), flush);
                add(new FlushMark(millis, buffer.name(), flush));
            }
        }
    }

    private void remember(String buffer, BufferView.Flush flush) {
        if (last.isEmpty()) {
            last = new HashMap<>(2);
        }
        last.put(buffer, flush);
    }

    private void add(FlushMark mark) {
        if (marks == null) {
            marks = new ArrayDeque<>();
        }
        marks.addLast(mark);
        if (marks.size() > KEPT) {
            marks.removeFirst();
        }
    }

    List<FlushMark> between(long from, long to) {
        return marks == null ? List.of()
                : marks.stream().filter(mark -> mark.millis() >= from && mark.millis() <= to).toList();
    }
}
