package org.aforo.client;

/** A listener that was added; closing takes it away, and doesn't fail. */
@FunctionalInterface
public interface Listening extends AutoCloseable {

    @Override
    void close();
}
