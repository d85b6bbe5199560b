package org.aforo.ui.internal.console;

/** Ends subscriptions, whose closing does not fail. */
final class Closing {

    private Closing() {
    }

    static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
