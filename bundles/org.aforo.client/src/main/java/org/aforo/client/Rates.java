package org.aforo.client;

/** Per bench second, over a window. */
public record Rates(double records, double bytes, double errors, double throttles) {
}
