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

    /** @param why in AWS's words */
    static AwsError denied(String why) {
        return new AwsError("AccessDeniedException", 403, why);
    }

    public static AwsError badHandle(String handle) {
        return new AwsError("ReceiptHandleIsInvalid", 404,
                "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
    }

    static AwsError expiredHandle(String handle) {
        return AwsError.client("InvalidParameterValueException", "Value " + handle
                + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
    }

    static AwsError notInFlight() {
        return AwsError.client("MessageNotInflight", "The specified message isn't in flight.");
    }

    static AwsError noSuchMessage(String handle) {
        return invalid("Value " + handle + " for parameter ReceiptHandle is invalid. Reason: Message does not exist or "
                + "is not available for visibility timeout change.");
    }

    static AwsError attemptOver(String id) {
        return invalid("Value " + id + " for parameter ReceiveRequestAttemptId is invalid. Reason: The "
                + "receiveRequestAttemptId is not valid anymore since the receive call is not retryable.");
    }

    static AwsError visibilityTotal(int seconds, long most) {
        return AwsError.client("InvalidParameterValueException",
                "Value " + seconds + " for parameter VisibilityTimeout is "
                        + "invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [" + most
                        + " seconds].");
    }

    static AwsError overLimit() {
        return overLimit("Too many messages have been received without being deleted.\n"
                + "Please delete your received messages or let them timeout before receiving more.");
    }

    public static AwsError overLimit(String message) {
        return new AwsError("OverLimit", 403, message);
    }

    static AwsError throttled() {
        return new AwsError("RequestThrottled", 403, "Request is throttled.");
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

    public static AwsError unsupported(String message) {
        return AwsError.client("UnsupportedOperation", message);
    }

    /** A parameter that isn't good; {@code InvalidParameterValue} in the query protocol. */
    public static AwsError invalid(String message) {
        return AwsError.client("InvalidParameterValueException", message);
    }

    /** A parameter that isn't good, in the wording AWS mostly has for it. */
    public static AwsError invalid(Object value, String parameter, String reason) {
        return invalid("Value " + value + " for parameter " + parameter + " is invalid. Reason: " + reason);
    }

    /** A parameter that isn't there; {@code MissingParameter} in the query protocol. */
    public static AwsError missing(String parameter) {
        return AwsError.client("MissingRequiredParameterException",
                "The request must contain the parameter " + parameter + '.');
    }

    /** A queue's attribute that there is not, or not for queues of that type. */
    public static AwsError unknownAttribute(String name) {
        return AwsError.client("InvalidAttributeName", "Unknown Attribute " + name + '.');
    }

    /** A queue's attribute whose value isn't good. */
    public static AwsError badAttribute(String name) {
        return AwsError.client("InvalidAttributeValue", "Invalid value for the parameter " + name + '.');
    }

    /** No queue's ARN or no queue, where a move task's parameter names one. */
    public static AwsError noResource(String parameter) {
        return new AwsError("ResourceNotFoundException", 404, "The resource that you specified for the " + parameter
                + " parameter doesn't exist.");
    }

    /** An address that isn't a queue's. */
    public static AwsError badAddress(String url) {
        return new AwsError("InvalidAddress", 404, "The address " + url + " is not valid for this endpoint.");
    }
}
