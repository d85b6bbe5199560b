package org.aforo.ui.internal.resources;

import org.aforo.client.BenchConnection;
import org.aforo.client.LiveResource;
import org.eclipse.osgi.util.NLS;

/** States in words. */
public final class States {

    private static final String BROKEN = "BROKEN";

    private States() {
    }

    /** A connection's state, with the reason where it isn't live. */
    public static String text(BenchConnection connection) {
        return switch (connection.state()) {
            case LIVE -> Messages.state_live;
            case CONNECTING -> connection.trouble().isEmpty() ? Messages.state_connecting
                    : NLS.bind(Messages.state_connecting_why, connection.trouble());
            case LOST -> NLS.bind(Messages.state_lost, connection.trouble());
            case ENDED -> Messages.state_ended;
            case CLOSED -> Messages.state_closed;
        };
    }

    /** Whether the bench says that the plug-in behind it failed. */
    public static boolean broken(LiveResource resource) {
        return resource.state().state().equals(BROKEN);
    }

    /** A resource's state in its service's words, marked where it is of the past. */
    public static String text(LiveResource resource) {
        String state = resource.state().state();
        return resource.gone() ? NLS.bind(Messages.state_stale, state) : state;
    }
}
