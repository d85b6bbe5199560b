package org.aforo.service.queues.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * The errors of SQS in AWS's wording. Codes are the model's shape names.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html">the
 *      operations' errors</a>
 */
public final class Errors {

    private Errors() {
    }

    public static AwsError noQueue() {
        return AwsError.client("QueueDoesNotExist", "The specified queue does not exist.");
    }

    public static AwsError badHandle(String handle) {
        return AwsError.client("ReceiptHandleIsInvalid",
                "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    static AwsError expiredHandle(String handle) {
        return AwsError.client("InvalidParameterValue", "Value " + handle
                + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
    }

    static AwsError notInFlight(String handle) {
        return AwsError.client("MessageNotInflight", "Value " + handle + " for parameter ReceiptHandle is invalid. "
                + "Reason: Message does not exist or is not available for visibility timeout change.");
    }

    static AwsError visibilityTotal(int seconds, long most) {
        return AwsError.client("InvalidParameterValue", "Value " + seconds + " for parameter VisibilityTimeout is "
                + "invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [" + most
                + " seconds].");
    }

    static AwsError overLimit() {
        return AwsError.client("OverLimit", "Too many messages in flight.");
    }

    static AwsError throttled() {
        return AwsError.client("RequestThrottled", "Request is throttled.");
    }

    static AwsError purgeInProgress(String queue) {
        return new AwsError("PurgeQueueInProgress", 403,
                "Only one PurgeQueue operation on " + queue + " is allowed every 60 seconds.");
    }

    static AwsError deletedRecently() {
        return AwsError.client("QueueDeletedRecently",
                "You must wait 60 seconds after deleting a queue before you can create another with the same name.");
    }

    /** @param attribute the first that differs */
    public static AwsError exists(String attribute) {
        return AwsError.client("QueueNameExists", "A queue already exists with the same name and a different value for "
                + "attribute " + attribute);
    }

    static AwsError noTask() {
        return new AwsError("ResourceNotFoundException", 404, "Task does not exist.");
    }

    static AwsError unsupported(String message) {
        return AwsError.client("UnsupportedOperation", message);
    }

    static AwsError invalid(String message) {
        return AwsError.client("InvalidParameterValue", message);
    }
}
