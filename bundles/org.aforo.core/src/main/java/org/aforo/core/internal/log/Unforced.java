package org.aforo.core.internal.log;

/** The end of a segment that a loss of power would take, from one position to another. */
record Unforced(Segment segment, long from, long to) {

    long length() {
        return to - from;
    }

    /** Notes that a journal has it. */
    void kept() {
        segment.kept(to);
    }
}
