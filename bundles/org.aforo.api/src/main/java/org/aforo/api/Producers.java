package org.aforo.api;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Demo data on any sink, paced by the bench's clock: nothing flows while that stands. An OSGi service. Safe for many
 * threads.
 */
@ProviderType
public interface Producers {

    /** The producers, oldest first; those that ended are kept until they are removed, within bounds. */
    List<Producer> list();

    /**
     * Starts a producer.
     *
     * @throws AwsError what is wrong with the order, or that there is no such sink
     */
    Producer start(Order order) throws AwsError;

    /**
     * Stops and removes a producer.
     *
     * @return whether there was one of that id
     */
    boolean remove(String id);

    /** Stops and removes all. */
    void clear();

    /**
     * What is to be sent.
     *
     * @param arn      where to
     * @param rate     records a bench second
     * @param payload  {@code ticker} for the lab's stock quotes, {@code template} for one's own
     * @param template what a record is, with placeholders such as {@code ${n}}; null for the ticker
     * @param keys     how many partition keys there are
     * @param skew     Zipf's exponent of how often each key comes: 0 for all alike
     * @param total    records after which it ends by itself; null for never
     */
    record Order(String arn, double rate, String payload, String template, int keys, double skew, Long total) {
    }

    /**
     * A producer as it is.
     *
     * @param id        its name here
     * @param order     what it sends
     * @param sent      records taken
     * @param refused   records refused
     * @param lastError the newest refusal, or why it ended; empty when there was none
     * @param running   whether it goes on
     */
    record Producer(String id, Order order, long sent, long refused, String lastError, boolean running) {
    }
}
