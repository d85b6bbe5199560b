package org.aforo.service.queues.internal;

import java.util.List;

import org.aforo.api.endpoint.AwsError;

/**
 * Where a queue's messages are kept: an engine of its own, so that another can stand in for it. What is appended or
 * noted survives the process being killed once the call returns. Safe for many threads.
 *
 * <p>A message keeps its number; its place is where the store has it now. Numbers grow with the order of sending.
 */
interface MessageStore extends AutoCloseable {

    /** What is read when a queue is opened; called by one thread, messages before all else. */
    interface Restoring {
        /** A message, or a newer place of one. */
        void message(MessageCodec.Head head, long place);

        /** A message is gone. */
        void deleted(long number);

        /** Messages are gone, all of these numbers. */
        void deleted(long from, long to);

        /** A message was received, or its visibility changed. */
        void received(long number, long dueAt, long first, int count);
    }

    /**
     * A message to append.
     *
     * @param number {@link MessageCodec#NEW}, or that of a message that is to have a new place
     * @param dueAt  from when it may be received, in milliseconds since the epoch; of a dead letter, when it came
     */
    record Filed(StoredMessage message, long number, long dueAt) {
    }

    /**
     * Where messages were put.
     *
     * @param place of the first; the others follow. It is their number too, where they have no other
     * @param sizes bytes each takes
     */
    record Put(long place, int[] sizes) {
    }

    void restore(Restoring restoring) throws AwsError;

    /** Appends messages: all of them or, when this throws, none. */
    Put append(List<Filed> messages) throws AwsError;

    /** Reads a message; null when it isn't there any more. */
    StoredMessage read(long place) throws AwsError;

    /** Notes that messages are gone. */
    void deleted(long... numbers) throws AwsError;

    /** Notes that messages are gone, all from each first number until before the second. */
    void deletedRanges(List<long[]> ranges) throws AwsError;

    /** Notes receives and changes of visibility. */
    void received(List<Picked> messages) throws AwsError;

    /** The place that the next message will get. */
    long next() throws AwsError;

    /** The first place whose message was put at a moment or later. */
    long placeAt(long millis) throws AwsError;

    /** Bytes kept. */
    long bytes() throws AwsError;

    /** Lets go of the messages before a place. */
    void trim(long place) throws AwsError;

    /** How many changes are kept. */
    long changes() throws AwsError;

    /** The mark to give to {@link #trimChanges} later. */
    long changesMark() throws AwsError;

    /** Lets go of the changes before a mark: what mattered of them was noted anew. */
    void trimChanges(long mark) throws AwsError;

    /** Removes all of it. */
    void delete() throws AwsError;

    @Override
    void close();
}
