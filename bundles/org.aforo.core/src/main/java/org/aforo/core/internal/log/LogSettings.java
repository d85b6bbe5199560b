package org.aforo.core.internal.log;

/**
 * What all logs of a folder share.
 *
 * @param segmentBytes a segment that has grown to this is followed by a new one
 * @param journalBytes how large each of the two journals may grow
 */
record LogSettings(long segmentBytes, long journalBytes, OpenFiles files, Staging staging, Damage damage) {
}
