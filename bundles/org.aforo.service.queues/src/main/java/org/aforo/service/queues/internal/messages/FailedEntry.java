package org.aforo.service.queues.internal.messages;

import org.aforo.api.endpoint.AwsError;

/**
 * An entry of a batch that failed by itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_BatchResultErrorEntry.html">
 *      BatchResultErrorEntry</a>
 */
public record FailedEntry(String id, Boolean senderFault, String code, String message) {

    private static final int SERVERS = 500;

    /** Codes of entries are those of the query protocol. */
    public static FailedEntry of(String id, AwsError error) {
        String code = switch (error.code()) {
            case "InvalidParameterValueException" -> "InvalidParameterValue";
            case "MissingRequiredParameterException" -> "MissingParameter";
            case "MessageNotInflight" -> "AWS.SimpleQueueService.MessageNotInflight";
            default -> error.code();
        };
        return new FailedEntry(id, error.status() < SERVERS, code, error.getMessage());
    }
}
