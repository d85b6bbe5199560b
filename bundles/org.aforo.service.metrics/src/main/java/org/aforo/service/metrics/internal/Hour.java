package org.aforo.service.metrics.internal;

/** An hour of a metric's minutes. */
final class Hour {

    static final int MINUTES = 60;
    private static final int FIELDS = 4;

    private final double[] fields = new double[MINUTES * FIELDS];
    private long present;

    /** What is kept of a minute, or null. */
    Aggregate get(int minute) {
        int at = minute * FIELDS;
        return (present & 1L << minute) == 0 ? null
                : new Aggregate(fields[at], fields[at + 1], fields[at + 2], fields[at + 3]);
    }

    /** Takes more into a minute. */
    void add(int minute, Aggregate more) {
        Aggregate before = get(minute);
        Aggregate now = before == null ? more : before.with(more);
        int at = minute * FIELDS;
        fields[at] = now.count();
        fields[at + 1] = now.sum();
        fields[at + 2] = now.minimum();
        fields[at + 3] = now.maximum();
        present |= 1L << minute;
    }
}
