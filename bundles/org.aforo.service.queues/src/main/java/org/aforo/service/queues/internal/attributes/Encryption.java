package org.aforo.service.queues.internal.attributes;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/**
 * Server-side encryption: one kind at a time. It is kept and told; nothing is encrypted.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html">
 *      Encryption at rest</a>
 */
final class Encryption {

    private Encryption() {
    }

    /** A key that is set turns SQS' own encryption off, unless that is asked for at the same time. */
    static void check(Draft draft, Map<String, String> attributes) throws AwsError {
        boolean asked = "true".equalsIgnoreCase(attributes.get(AttributeNames.MANAGED_SSE));
        if (draft.kmsKeyId != null && asked) {
            throw AwsError.client("InvalidAttributeName", "You can use one type of server-side encryption (SSE) at one "
                    + "time. You can either enable KMS SSE or SQS SSE.");
        }
        if (draft.kmsKeyId != null) {
            draft.managedSse = Boolean.FALSE;
        }
    }
}
