package org.aforo.core.internal.log;

/**
 * The stretch of a file whose blocks were found good already, so that pages that are read again and again aren't summed up
 * each time. One stretch: who reads on makes it longer, who reads elsewhere begins another. For many threads; what one
 * doesn't see it checks once more.
 */
final class Checked {

    private static final Stretch NONE = new Stretch(0, 0);

    private volatile Stretch good = NONE;

    private record Stretch(long from, long to) {
    }

    boolean has(long position, int length) {
        Stretch now = good;
        return position >= now.from && position + length <= now.to;
    }

    void add(long position, int length) {
        Stretch now = good;
        good = new Stretch(position == now.to ? now.from : position, position + length);
    }

    void forget() {
        good = NONE;
    }
}
