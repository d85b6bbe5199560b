package org.aforo.scenario;

import java.util.List;

import org.aforo.scenario.Outcome.Check;

/** Where a run tells how it goes. Called by one thread at a time. */
public interface Progress {

    /** Something happened that is worth a line of its own. */
    void say(String line);

    /** How things stand; replaces what was shown by the last call. */
    void show(List<String> lines);

    /**
     * The same, with how much of the run's span is over.
     *
     * @param fraction from 0 to 1
     */
    default void show(List<String> lines, double fraction) {
        show(lines);
    }

    /**
     * An expectation was checked.
     *
     * @param expected one of {@link ScenarioRun#expectations}; the check's own title has the figures filled in
     */
    default void checked(String expected, Check check) {
        // those who show the outcome at the end needn't know before
    }
}
