package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How many files the system lets this process have open, where it tells (Linux does). */
final class OpenFileLimit {

    /** Left to connections, class files, and other services. */
    private static final long OTHERS = 4_096;
    /** What the logs of a stream with ten thousand shards need, and some more. */
    private static final long MOST = 12_000;
    private static final String NAME = "Max open files";

    private OpenFileLimit() {
    }

    /** How many of them logs may have; 0 where that isn't known. */
    static int forLogs() {
        try {
            return forLogs(Files.readAllLines(Path.of("/proc/self/limits")));
        } catch (IOException e) {
            return 0;
        }
    }

    /** @param limits lines of a name, the limit in force, and the highest that can be asked for */
    static int forLogs(List<String> limits) {
        for (String line : limits) {
            if (line.startsWith(NAME)) {
                String limit = line.substring(NAME.length()).trim().split("\\s+")[0];
                return limit.matches("\\d{1,18}") ? (int) Math.clamp(Long.parseLong(limit) - OTHERS, 0, MOST)
                        : (int) MOST;
            }
        }
        return 0;
    }
}
