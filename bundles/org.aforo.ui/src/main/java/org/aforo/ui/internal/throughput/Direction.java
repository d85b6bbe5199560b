package org.aforo.ui.internal.throughput;

/** Which way of the flow is shown. */
enum Direction {
    BOTH, IN, OUT;

    boolean in() {
        return this != OUT;
    }

    boolean out() {
        return this != IN;
    }

    String title() {
        return switch (this) {
            case BOTH -> Messages.both;
            case IN -> Messages.in;
            case OUT -> Messages.out;
        };
    }
}
