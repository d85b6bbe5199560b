package org.aforo.scenario.internal.produce;

import org.aforo.scenario.internal.record.Ledger;

/** A running producer of a scenario. Begins in its constructor's caller's time; {@link #run} ends when all is sent. */
public interface Producer {

    String name();

    /** What was accepted so far. */
    Ledger sent();

    /** Why it didn't take part; empty when it did. */
    String skipped();

    /** Sends until there is nothing more to send or the thread is interrupted. */
    void run() throws InterruptedException;

    /** What went wrong; empty when nothing did. */
    String failure();
}
