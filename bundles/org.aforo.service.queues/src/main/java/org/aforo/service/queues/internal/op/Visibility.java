package org.aforo.service.queues.internal.op;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;

/** What a visibility timeout may be. */
final class Visibility {

    private static final int LONGEST = 43_200;

    private Visibility() {
    }

    /** What is wrong with a change, or null. */
    static AwsError wrong(String receiptHandle, Integer seconds) {
        if (receiptHandle == null || receiptHandle.isEmpty()) {
            return Errors.missing("ReceiptHandle");
        }
        if (seconds == null) {
            return Errors.missing("VisibilityTimeout");
        }
        return seconds >= 0 && seconds <= LONGEST ? null : Errors.invalid(seconds, "VisibilityTimeout",
                "VisibilityTimeout must be an integer between 0 and 43200.");
    }
}
