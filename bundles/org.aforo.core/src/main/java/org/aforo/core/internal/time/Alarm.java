package org.aforo.core.internal.time;

/**
 * Something that falls due. Alarms are ordered by time, then by when they were set.
 *
 * @param due    nanoseconds of bench time
 * @param order  grows with each alarm that is set
 * @param name   of the virtual thread it runs on; null for an action so short that it runs where it is found
 * @param action what is done
 */
record Alarm(long due, long order, String name, Runnable action) implements Comparable<Alarm> {

    @Override
    public int compareTo(Alarm other) {
        int byTime = Long.compare(due, other.due);
        return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
}
