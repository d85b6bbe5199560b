package org.aforo.api.flow;

import java.time.Duration;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/** A place that records are read from, within the bench, partition by partition and in order. */
@ConsumerType
public interface RecordSource {

    /** All partitions that still hold records or may get some, parents before children. */
    List<String> partitions();

    /** Opens a reader on one partition. */
    Cursor open(String partition, Start start);

    /** Where to begin. */
    sealed interface Start {
        /** With the oldest record that is kept. */
        record Earliest() implements Start {
        }

        /** With the next record that comes. */
        record Latest() implements Start {
        }

        /** After a {@link Cursor#position()}. */
        record After(String position) implements Start {
        }
    }

    /** Reads one partition; for one thread. */
    interface Cursor extends AutoCloseable {
        /**
         * Reads on, waiting up to {@code wait} of bench time for the first record.
         *
         * @return at most {@code maxRecords} and about {@code maxBytes}; empty when none came
         */
        List<FlowRecord> read(int maxRecords, long maxBytes, Duration wait) throws InterruptedException;

        /** Where this cursor stands; survives restarts. */
        String position();

        /** Whether the partition is closed and read to its end. */
        boolean ended();

        @Override
        void close();
    }
}
