package org.aforo.service.store.internal;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

import org.aforo.api.flow.RecordPeek;
import org.aforo.service.store.internal.disk.Bucket;
import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * Looks at a bucket's objects by the time they came, with the beginning of their bytes. A position is an object's time
 * and key: {@code 1700000000.000000000/datos/a}.
 */
final class ObjectPeek implements RecordPeek {

    private static final int NANO_DIGITS = 9;

    private final Bucket bucket;

    ObjectPeek(Bucket bucket) {
        this.bucket = bucket;
    }

    /** Where an object stands among the others. */
    private record Place(Instant time, String key) implements Comparable<Place> {

        static final Place FIRST = new Place(Instant.EPOCH, "");

        @Override
        public int compareTo(Place other) {
            int order = time.compareTo(other.time);
            return order != 0 ? order : key.compareTo(other.key);
        }

        @Override
        public String toString() {
            return "%d.%09d/%s".formatted(time.getEpochSecond(), time.getNano(), key);
        }

        static Place parse(String text) {
            int dot = text.indexOf('.');
            int slash = text.indexOf('/');
            try {
                if (dot < 1 || slash != dot + 1 + NANO_DIGITS) {
                    throw new NumberFormatException();
                }
                return new Place(Instant.ofEpochSecond(Long.parseLong(text.substring(0, dot)),
                        Integer.parseInt(text.substring(dot + 1, slash))), text.substring(slash + 1));
            } catch (NumberFormatException | DateTimeException e) {
                throw S3Error.invalidArgument("Not a position in a bucket", "after", text);
            }
        }
    }

    @Override
    public Look latest(int max) {
        List<Place> places = ends(max, place -> true, Comparator.naturalOrder());
        List<Peeked> found = read(places.reversed());
        String position = (places.isEmpty() ? Place.FIRST : places.getLast()).toString();
        return new Look(position, found.reversed());
    }

    @Override
    public Look after(String position, int max) {
        Place begin = Place.parse(position);
        List<Peeked> found = read(ends(max, place -> place.compareTo(begin) > 0, Comparator.reverseOrder()).reversed());
        return new Look(found.isEmpty() ? position : found.getLast().position(), found);
    }

    /** The places at the far end of an order, in that order. */
    private List<Place> ends(int max, Predicate<Place> which, Comparator<Place> order) {
        int most = Math.min(max, MAX_RECORDS);
        PriorityQueue<Place> ends = new PriorityQueue<>(order);
        for (Map.Entry<String, ObjectMeta> object : bucket.objects().entrySet()) {
            Place place = new Place(object.getValue().modified(), object.getKey());
            if (which.test(place)) {
                ends.add(place);
                if (ends.size() > most) {
                    ends.poll();
                }
            }
        }
        return ends.stream().sorted(order).toList();
    }

    private List<Peeked> read(List<Place> places) {
        List<Peeked> found = new ArrayList<>();
        long bytes = 0;
        for (Place place : places) {
            if (bytes >= MAX_BYTES) {
                break;
            }
            Bucket.Glance glance = bucket.glance(place.key, MAX_DATA).orElse(null);
            if (glance != null) {
                found.add(peeked(place, glance.meta(), glance.head()));
                bytes += glance.head().remaining();
            }
        }
        return found;
    }

    private static Peeked peeked(Place place, ObjectMeta meta, ByteBuffer head) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ETag", meta.quotedEtag());
        put(attributes, "Content type", meta.headers().contentType());
        put(attributes, "Content encoding", meta.headers().contentEncoding());
        return new Peeked(place.toString(), "", place.key, meta.modified(), head, meta.size(), attributes);
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
