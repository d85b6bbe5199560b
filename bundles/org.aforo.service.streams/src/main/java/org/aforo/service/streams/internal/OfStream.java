package org.aforo.service.streams.internal;

/** An input that names a stream or a consumer, in one of the ways that there are; null where it doesn't. */
public interface OfStream {

    default String streamName() {
        return null;
    }

    default String streamARN() {
        return null;
    }

    default String consumerARN() {
        return null;
    }

    default String resourceARN() {
        return null;
    }
}
