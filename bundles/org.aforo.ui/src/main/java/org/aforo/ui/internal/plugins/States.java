package org.aforo.ui.internal.plugins;

import org.aforo.client.BenchConnection;
import org.eclipse.osgi.util.NLS;

/** States in words. */
final class States {

    private States() {
    }

    /** Of a bundle; a word that isn't known here stands for itself. */
    static String of(String state) {
        return switch (state) {
            case "active" -> Messages.stateActive;
            case "starting" -> Messages.stateStarting;
            case "resolved" -> Messages.stateStopped;
            case "unresolved" -> Messages.stateUnresolved;
            default -> state;
        };
    }

    static String of(BenchConnection.State state) {
        return switch (state) {
            case CONNECTING -> Messages.stateConnecting;
            case LIVE -> Messages.stateLive;
            case LOST -> Messages.stateLost;
            case ENDED -> Messages.stateEnded;
            case CLOSED -> Messages.stateClosed;
        };
    }

    static String missing(int count) {
        return NLS.bind(Messages.missing, count);
    }
}
