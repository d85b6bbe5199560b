package org.aforo.service.queues.internal.attributes;

/** Names of attributes, as in the model. */
final class AttributeNames {

    static final String ALL = "All";
    static final String CONTENT_DEDUP = "ContentBasedDeduplication";
    static final String DEDUP_SCOPE = "DeduplicationScope";
    static final String DELAY = "DelaySeconds";
    static final String FIFO = "FifoQueue";
    static final String KMS_KEY = "KmsMasterKeyId";
    static final String KMS_REUSE = "KmsDataKeyReusePeriodSeconds";
    static final String MANAGED_SSE = "SqsManagedSseEnabled";
    static final String MAX_BYTES = "MaximumMessageSize";
    static final String POLICY = "Policy";
    static final String REDRIVE = "RedrivePolicy";
    static final String REDRIVE_ALLOW = "RedriveAllowPolicy";
    static final String RETENTION = "MessageRetentionPeriod";
    static final String THROUGHPUT = "FifoThroughputLimit";
    static final String VISIBILITY = "VisibilityTimeout";
    static final String WAIT = "ReceiveMessageWaitTimeSeconds";

    private AttributeNames() {
    }
}
