package org.aforo.service.queues.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * Messages that were moved to other queues.
 *
 * @param messages how many
 * @param failure  why the next one could not be; null when all that were there are moved
 */
record Moved(int messages, AwsError failure) {

    /** @throws AwsError the failure, if there is one */
    int orThrow() throws AwsError {
        if (failure != null) {
            throw failure;
        }
        return messages;
    }
}
