package org.aforo.service.queues.internal;

import java.util.function.LongSupplier;

import org.aforo.api.quota.Quotas;
import org.aforo.api.quota.Quotas.Quota;

/**
 * The service's limits, live.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html">Quotas</a>
 */
public final class Limits {

    private static final String MESSAGES = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html";
    private static final String QUEUES = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html";
    private static final String POLICIES = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html";
    private static final String FIFO = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html";

    /** A message, attributes and all; and all the messages of a batch. */
    public final LongSupplier messageBytes;
    /** Tags of a queue. */
    public final LongSupplier tags;
    final LongSupplier inFlight;
    final LongSupplier fifoInFlight;
    final LongSupplier fifoCalls;
    final LongSupplier fifoGroupCalls;
    final LongSupplier fifoHighCalls;
    final LongSupplier dedupSeconds;
    final LongSupplier visibilityTotal;
    final LongSupplier purgeSeconds;
    final LongSupplier deletedSeconds;
    final LongSupplier moveTasks;
    final LongSupplier moveSeconds;
    /** Messages a second that a move task may be told to move at most. */
    public final LongSupplier moveRate;
    /** A policy's text. */
    public final LongSupplier policyBytes;
    /** Of a policy. */
    public final LongSupplier policyStatements;
    /** Of each of them, as those that follow. */
    public final LongSupplier policyActions;
    public final LongSupplier policyPrincipals;
    public final LongSupplier policyConditions;

    Limits(Quotas quotas) {
        messageBytes = fixed(quotas, "message-bytes", 1 << 20, "bytes", MESSAGES);
        tags = fixed(quotas, "tags-per-queue", 50, "tags", QUEUES);
        inFlight = liftable(quotas, "in-flight", 120_000, "messages", QUEUES);
        fifoInFlight = liftable(quotas, "fifo-in-flight", 120_000, "messages", QUEUES);
        fifoCalls = liftable(quotas, "fifo-calls", 300, "calls/s", FIFO);
        fifoGroupCalls = liftable(quotas, "fifo-group-calls", 300, "calls/s", FIFO);
        fifoHighCalls = liftable(quotas, "fifo-high-throughput-calls", 70_000, "calls/s", FIFO);
        dedupSeconds = fixed(quotas, "deduplication-seconds", 300, "seconds", FIFO);
        visibilityTotal = fixed(quotas, "visibility-seconds", 43_200, "seconds", MESSAGES);
        purgeSeconds = fixed(quotas, "purge-seconds", 60, "seconds", QUEUES);
        deletedSeconds = fixed(quotas, "deleted-seconds", 60, "seconds", QUEUES);
        moveTasks = liftable(quotas, "move-tasks", 100, "tasks", QUEUES);
        moveSeconds = fixed(quotas, "move-task-seconds", 36 * 3_600, "seconds", QUEUES);
        moveRate = fixed(quotas, "move-rate", 500, "messages/s", QUEUES);
        policyBytes = fixed(quotas, "policy-bytes", 8_192, "bytes", POLICIES);
        policyStatements = fixed(quotas, "policy-statements", 20, "statements", POLICIES);
        policyActions = fixed(quotas, "policy-actions", 7, "actions", POLICIES);
        policyPrincipals = fixed(quotas, "policy-principals", 50, "principals", POLICIES);
        policyConditions = fixed(quotas, "policy-conditions", 10, "conditions", POLICIES);
    }

    private static LongSupplier liftable(Quotas quotas, String key, long value, String unit, String source) {
        return quotas.define(new Quota("sqs." + key, value, unit, true, source));
    }

    private static LongSupplier fixed(Quotas quotas, String key, long value, String unit, String source) {
        return quotas.define(new Quota("sqs." + key, value, unit, false, source));
    }
}
