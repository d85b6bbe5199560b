package org.aforo.core.internal.time;

import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** The alarms that are set, in order. Setting, taking back and finding the next are O(log n). */
final class AlarmQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<Alarm> alarms = new TreeSet<>();
    private long order;
    private boolean closed;

    /** Sets an alarm; null once the queue is closed. */
    Alarm add(long due, String name, Runnable action) {
        lock.lock();
        try {
            if (closed) {
                return null;
            }
            Alarm alarm = new Alarm(due, order++, name, action);
            alarms.add(alarm);
            return alarm;
        } finally {
            lock.unlock();
        }
    }

    void remove(Alarm alarm) {
        lock.lock();
        try {
            alarms.remove(alarm);
        } finally {
            lock.unlock();
        }
    }

    boolean isFirst(Alarm alarm) {
        lock.lock();
        try {
            return !alarms.isEmpty() && alarms.first() == alarm;
        } finally {
            lock.unlock();
        }
    }

    /** When the first is due, or {@link Long#MAX_VALUE}. */
    long next() {
        lock.lock();
        try {
            return alarms.isEmpty() ? Long.MAX_VALUE : alarms.first().due();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out the first if it is due by {@code until}, or gives null. */
    Alarm poll(long until) {
        lock.lock();
        try {
            return alarms.isEmpty() || alarms.first().due() > until ? null : alarms.pollFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more alarms, and gives back those that were set. */
    List<Alarm> close() {
        lock.lock();
        try {
            closed = true;
            List<Alarm> left = List.copyOf(alarms);
            alarms.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
