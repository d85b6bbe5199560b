package org.aforo.scenario.internal.expect;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.scenario.internal.record.Fingerprint;
import org.aforo.scenario.internal.record.Ledger;

/**
 * What consumers received of what was accepted: the n-th record received of a content stands for the n-th one
 * accepted. Records of other contents are left aside.
 */
final class ReceivedCheck {

    /** Which record a producer sent. */
    private record Place(int producer, int number) {
    }

    /** One producer's records of one key, as one consumer got them. */
    private record Line(int consumer, int producer, int key) {
    }

    private final Map<Fingerprint, Deque<Place>> open = new HashMap<>();
    private final Map<Line, Integer> last = new HashMap<>();
    private long sent;
    private long missing;
    private long repeated;
    private long disordered;
    private long others;

    ReceivedCheck(List<Ledger> accepted, List<Ledger> received) {
        for (int i = 0; i < accepted.size(); i++) {
            int producer = i;
            accepted.get(i).read((content, key, number) -> {
                open.computeIfAbsent(content, c -> new ArrayDeque<>(1)).add(new Place(producer, number));
                sent++;
            });
        }
        missing = sent;
        for (int i = 0; i < received.size(); i++) {
            int consumer = i;
            received.get(i).read((content, key, number) -> take(content, consumer, key));
        }
    }

    private void take(Fingerprint content, int consumer, int key) {
        Deque<Place> places = open.get(content);
        if (places == null) {
            others++;
        } else if (places.isEmpty()) {
            repeated++;
        } else {
            missing--;
            Place place = places.poll();
            Line line = new Line(consumer, place.producer(), key);
            Integer before = last.put(line, place.number());
            if (before != null && before > place.number()) {
                disordered++;
            }
        }
    }

    /** What is wrong, or empty. */
    String problem(boolean once, boolean ordered) {
        if (sent == 0) {
            return "no records were sent, so nothing is shown";
        }
        if (missing > 0) {
            return "%,d of %,d accepted records are missing".formatted(missing, sent);
        }
        if (once && repeated > 0) {
            return "%,d records were received more than once".formatted(repeated);
        }
        return ordered && disordered > 0 ? "%,d records came after a later one of their key".formatted(disordered) : "";
    }

    String detail() {
        String more = others == 0 ? "" : ", %,d others".formatted(others);
        return "%,d accepted, all received, %,d again, %,d out of order%s".formatted(sent, repeated, disordered, more);
    }
}
