package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Makes what is new in many logs safe together, in one of two journals; while it takes, the logs that the other keeps
 * are forced themselves. Safe for many threads.
 */
final class Journals {

    /** Fewer are forced themselves. */
    static final int MANY = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal[] both;
    private int taking;
    private Thread settling;

    Journals(Path dir, LogSettings settings) {
        both = new Journal[] {new Journal(dir.resolve("@journal-0"), settings),
                new Journal(dir.resolve("@journal-1"), settings)};
    }

    /** Brings the logs up to what the run before had made safe; before any of them is opened. */
    void replay(LogNames names) throws IOException {
        for (Journal journal : both) {
            journal.replay(names);
        }
    }

    /** Makes some logs safe, if they are many; gives those that are to be forced themselves. */
    List<LogWriter> keep(List<LogWriter> round) {
        if (round.size() < MANY) {
            return round;
        }
        lock.lock();
        try {
            if (both[taking].isFull()) {
                change();
            }
            return both[taking].isFull() ? round : both[taking].keep(round);
        } finally {
            lock.unlock();
        }
    }

    private void change() {
        if (settling != null && settling.isAlive()) {
            return;
        }
        if (both[1 - taking].kept().isEmpty()) {
            taking = 1 - taking;
        }
        Journal other = both[1 - taking];
        settling = Thread.ofVirtual().name("log-force-settle").start(() -> settle(other));
    }

    /**
     * Lets nothing be kept of a log: one of that name is to be made anew, and must never get what its predecessor had.
     */
    void forget(String name) throws IOException {
        for (Journal journal : both) {
            if (journal.kept().containsKey(name)) {
                settleAll();
            }
        }
    }

    /** Forces all that is kept where it belongs. */
    void close() throws IOException {
        settleAll();
        for (Journal journal : both) {
            journal.close();
        }
    }

    private void settleAll() throws IOException {
        lock.lock();
        try {
            if (settling != null) {
                settling.join();
            }
            for (Journal journal : both) {
                if (!journal.kept().isEmpty() && !settle(journal)) {
                    throw new IOException("Record logs can't be forced to disk");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            lock.unlock();
        }
    }

    /** Whether it keeps nothing any more. */
    private static boolean settle(Journal journal) {
        try {
            if (AtOnce.all(journal.kept().values(), LogWriter::force)) {
                journal.restart();
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            return false; // it is tried again when the other is full
        }
        return false;
    }
}
