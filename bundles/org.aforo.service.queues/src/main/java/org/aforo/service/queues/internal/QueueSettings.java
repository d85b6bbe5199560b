package org.aforo.service.queues.internal;

/**
 * What of a queue can be set.
 *
 * @param visibilitySeconds how long a received message is hidden
 * @param delaySeconds      how long a sent message is hidden
 * @param retentionSeconds  how long a message is kept
 * @param waitSeconds       how long a receive waits that doesn't say it
 * @param maxMessageBytes   how large a message may be, attributes and all
 * @param redrive           null for none
 * @param redriveAllow      null for all
 * @param policy            access policy as given, or null
 * @param fifo              whether it is a FIFO queue; never changes
 * @param contentDedup      whether a FIFO message's body is its deduplication id where none is given
 * @param groupScope        whether deduplication ids are per message group, not per queue
 * @param groupThroughput   whether the throughput limit is per message group, not per queue
 * @param managedSse        whether AWS would encrypt with its own keys; null when it wasn't said
 * @param kmsKeyId          the key to encrypt with, or null
 * @param kmsReuseSeconds   how long a data key would be used, or null
 */
public record QueueSettings(int visibilitySeconds, int delaySeconds, int retentionSeconds, int waitSeconds,
        int maxMessageBytes, RedrivePolicy redrive, RedriveAllowPolicy redriveAllow, String policy, boolean fifo,
        boolean contentDedup, boolean groupScope, boolean groupThroughput, Boolean managedSse, String kmsKeyId,
        Integer kmsReuseSeconds) {

    private static final int MIB = 1 << 20;
    private static final int FOUR_DAYS = 4 * 24 * 3600;

    private static final QueueSettings STANDARD = new QueueSettings(30, 0, FOUR_DAYS, 0, MIB, null, null, null,
            false, false, false, false, null, null, null);

    private static final QueueSettings FIFO = new QueueSettings(30, 0, FOUR_DAYS, 0, MIB, null, null, null, true,
            false, false, false, null, null, null);

    /** As queues are made unless told otherwise. */
    public static QueueSettings made(boolean fifo) {
        return fifo ? FIFO : STANDARD;
    }
}
