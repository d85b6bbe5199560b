package org.aforo.client;

/** What flows a second: of bench time in a {@link Flow}, of real time in a {@link History}. */
public record Rates(double records, double bytes, double errors, double throttles) {

    static final Rates NONE = new Rates(0, 0, 0, 0);
}
