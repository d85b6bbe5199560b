package org.aforo.core.internal.log;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Damaged stretches of a segment file, so that each is searched and reported once. */
final class Gaps {

    private final Map<Long, Long> resumes = new ConcurrentHashMap<>();
    private final Set<Long> reported = ConcurrentHashMap.newKeySet();

    /** Where good blocks go on after a bad one at {@code position}, or null when that isn't known. */
    Long resume(long position) {
        return resumes.get(position);
    }

    void add(long position, long resume) {
        resumes.put(position, resume);
    }

    /** Whether the loss of the records up to {@code offset} is news. */
    boolean isNews(long offset) {
        return reported.add(offset);
    }
}
