package org.aforo.service.queues.internal.attributes;

import org.aforo.service.queues.internal.QueueSettings;
import org.aforo.service.queues.internal.RedriveAllowPolicy;
import org.aforo.service.queues.internal.RedrivePolicy;

/** Settings that are being changed. For one thread. */
final class Draft {

    int visibilitySeconds;
    int delaySeconds;
    int retentionSeconds;
    int waitSeconds;
    int maxMessageBytes;
    RedrivePolicy redrive;
    RedriveAllowPolicy redriveAllow;
    String policy;
    final boolean fifo;
    boolean contentDedup;
    boolean groupScope;
    boolean groupThroughput;
    Boolean managedSse;
    String kmsKeyId;
    Integer kmsReuseSeconds;

    Draft(QueueSettings from) {
        visibilitySeconds = from.visibilitySeconds();
        delaySeconds = from.delaySeconds();
        retentionSeconds = from.retentionSeconds();
        waitSeconds = from.waitSeconds();
        maxMessageBytes = from.maxMessageBytes();
        redrive = from.redrive();
        redriveAllow = from.redriveAllow();
        policy = from.policy();
        fifo = from.fifo();
        contentDedup = from.contentDedup();
        groupScope = from.groupScope();
        groupThroughput = from.groupThroughput();
        managedSse = from.managedSse();
        kmsKeyId = from.kmsKeyId();
        kmsReuseSeconds = from.kmsReuseSeconds();
    }

    QueueSettings settings() {
        return new QueueSettings(visibilitySeconds, delaySeconds, retentionSeconds, waitSeconds, maxMessageBytes,
                redrive, redriveAllow, policy, fifo, contentDedup, groupScope, groupThroughput, managedSse, kmsKeyId,
                kmsReuseSeconds);
    }
}
