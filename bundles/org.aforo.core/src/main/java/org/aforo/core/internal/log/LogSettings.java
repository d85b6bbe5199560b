package org.aforo.core.internal.log;

/**
 * What all logs of a folder share.
 *
 * @param segmentBytes a segment that has grown to this is followed by a new one
 */
record LogSettings(long segmentBytes, OpenFiles files, Staging staging, Damage damage) {
}
