package org.aforo.scenario;

import java.util.List;

/** Where a run tells how it goes. Called by one thread at a time. */
public interface Progress {

    /** Something happened that is worth a line of its own. */
    void say(String line);

    /** How things stand; replaces what was shown by the last call. */
    void show(List<String> lines);
}
