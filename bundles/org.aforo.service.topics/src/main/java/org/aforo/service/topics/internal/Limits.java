package org.aforo.service.topics.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.aforo.api.quota.Quotas;
import org.aforo.api.quota.Quotas.Quota;

/**
 * SNS's limits, live, and the few that are the bench's own.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/sns.html">Quotas</a>
 */
public final class Limits {

    private static final String PAGE = "https://docs.aws.amazon.com/general/latest/gr/sns.html";
    private static final String API = "https://docs.aws.amazon.com/sns/latest/api/API_Publish.html";
    private static final String FILTERS = "https://docs.aws.amazon.com/sns/latest/dg/"
            + "subscription-filter-policy-constraints.html";
    private static final String DEDUPLICATION = "https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html";
    private static final String CONFIRM = "https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html";
    private static final String OWN = "Aforo: ";

    /** Bytes of a message, or of a batch altogether, where the topic doesn't say. */
    public final LongSupplier messageBytes;
    /** Messages in a batch. */
    public final LongSupplier batchEntries;
    /** Standard topics of an account in a region. */
    public final LongSupplier topics;
    /** FIFO topics of an account in a region. */
    public final LongSupplier fifoTopics;
    /** Subscriptions of a standard topic. */
    public final LongSupplier subscriptions;
    /** Subscriptions of a FIFO topic. */
    public final LongSupplier fifoSubscriptions;
    /** Filter policies of a topic. */
    public final LongSupplier filterPolicies;
    /** Filter policies of an account in a region. */
    public final LongSupplier accountFilterPolicies;
    /** Resources in a page of a list. */
    public final LongSupplier listed;
    /** Tags of a topic. */
    public final LongSupplier tags;
    /** Messages an account may publish in a second, in a region; not those of FIFO topics with a rate of their own. */
    final LongSupplier publishRate;
    /** Messages a FIFO topic takes in a second, unless its throughput is that of message groups. */
    final LongSupplier fifoRate;
    /** Bytes it takes in a second, likewise. */
    final LongSupplier fifoBytes;
    /** Messages it takes in a second of a message group, if it is. */
    final LongSupplier fifoGroupRate;
    /** Messages a subscription has in delivery or waiting to be tried again; the others wait in the topic. */
    final LongSupplier outstanding;
    /** Deliveries of a subscription at the same time. */
    final LongSupplier parallel;
    /** Deliveries of all subscriptions at the same time. */
    final LongSupplier workers;
    /** Bytes of messages kept for a topic at which it takes no more. */
    final LongSupplier backlog;
    /** Delivered messages of a topic that are kept to look at. */
    final LongSupplier kept;
    /** E-mails and text messages kept to look at. */
    final LongSupplier outbox;
    private final LongSupplier deduplication;
    private final LongSupplier confirmation;

    public Limits(Quotas quotas) {
        Definer define = new Definer(quotas);
        messageBytes = define.size("message-bytes", 262_144, "bytes", API);
        batchEntries = define.size("batch-entries", 10, "messages", API);
        topics = define.liftable("topics", 100_000, "topics", PAGE);
        fifoTopics = define.liftable("fifo-topics", 1_000, "topics", PAGE);
        subscriptions = define.liftable("subscriptions", 12_500_000, "subscriptions", PAGE);
        fifoSubscriptions = define.liftable("fifo-subscriptions", 100, "subscriptions", PAGE);
        filterPolicies = define.liftable("filter-policies", 200, "policies", FILTERS);
        accountFilterPolicies = define.liftable("account-filter-policies", 10_000, "policies", FILTERS);
        listed = define.size("listed", 100, "resources", PAGE);
        tags = define.size("tags", 50, "tags", PAGE);
        publishRate = define.liftable("publish-messages", 30_000, "messages/s", PAGE);
        fifoRate = define.liftable("fifo-messages", 3_000, "messages/s", PAGE);
        fifoBytes = define.liftable("fifo-bytes", 20L << 20, "bytes/s", PAGE);
        fifoGroupRate = define.liftable("fifo-group-messages", 300, "messages/s", PAGE);
        deduplication = define.size("deduplication-seconds", 300, "seconds", DEDUPLICATION);
        confirmation = define.size("confirmation-seconds", 172_800, "seconds", CONFIRM);
        outstanding = define.size("outstanding", 1_000, "messages", OWN + "messages of a subscription in delivery");
        parallel = define.size("parallel-deliveries", 16, "deliveries", OWN + "deliveries of a subscription at once");
        workers = define.size("deliveries", 256, "deliveries", OWN + "deliveries of all subscriptions at once");
        backlog = define.size("backlog-bytes", 1L << 30, "bytes", OWN + "messages kept for a topic");
        kept = define.size("kept-messages", 1_000, "messages", OWN + "delivered messages kept to look at");
        outbox = define.size("outbox-messages", 1_000, "messages", OWN + "e-mails and text messages kept");
    }

    /** For how long an id isn't taken again. */
    public Duration deduplication() {
        return Duration.ofSeconds(deduplication.getAsLong());
    }

    /** How long a subscription waits to be confirmed. */
    Duration confirmation() {
        return Duration.ofSeconds(confirmation.getAsLong());
    }

    private record Definer(Quotas quotas) {
        LongSupplier size(String what, long value, String unit, String source) {
            return quotas.define(new Quota("sns." + what, value, unit, false, source));
        }

        LongSupplier liftable(String what, long value, String unit, String source) {
            return quotas.define(new Quota("sns." + what, value, unit, true, source));
        }
    }
}
