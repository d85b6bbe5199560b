package org.aforo.scenario.internal.consume;

import java.io.IOException;

import org.aforo.scenario.internal.record.Delays;
import org.aforo.scenario.internal.record.Ledger;

/** A running consumer of a scenario. */
public interface Consumer {

    /** Before a consumer's name in its meter's, which counts what it received and how long that was on its way. */
    String METERED = "consumer:";

    String name();

    /** What was received so far, in the order of its receipt. */
    Ledger received();

    /** How long that was on its way; nothing where only a program knows. */
    Delays delays();

    /** Does what must be done before anything flows. */
    void prepare() throws IOException, InterruptedException;

    /** Receives until it is stopped. */
    void run() throws InterruptedException;

    /** Ends it soon. */
    void stop();

    /** Why it takes no part; empty when it does. */
    default String skipped() {
        return "";
    }

    /** What went wrong; empty when nothing did. */
    String failure();
}
