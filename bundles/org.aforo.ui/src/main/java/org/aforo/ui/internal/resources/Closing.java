package org.aforo.ui.internal.resources;

/** Ends listening. */
public final class Closing {

    private Closing() {
    }

    /** Closes what this bundle's listeners gave; none of them fails. */
    public static void all(AutoCloseable... closeables) {
        for (AutoCloseable closeable : closeables) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
