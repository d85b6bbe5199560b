package org.aforo.service.topics.internal;

import org.aforo.api.endpoint.AwsError;

/** What SNS says when something can't be done, in AWS's words. */
public final class Errors {

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private Errors() {
    }

    /** A parameter's name and what is wrong with it, as SNS strings them together. */
    public static AwsError parameter(String what) {
        return AwsError.client("InvalidParameterException", "Invalid parameter: " + what);
    }

    /** A message that SNS doesn't begin as the others. */
    public static AwsError plain(String message) {
        return AwsError.client("InvalidParameterException", message);
    }

    /** A message's attribute that isn't valid. */
    public static AwsError value(String message) {
        return AwsError.client("InvalidParameterValueException", message);
    }

    public static AwsError noTopic() {
        return new AwsError("NotFoundException", NOT_FOUND, "Topic does not exist");
    }

    public static AwsError noSubscription() {
        return new AwsError("NotFoundException", NOT_FOUND, "Subscription does not exist");
    }

    /** Nothing there that could have tags. */
    public static AwsError noResource() {
        return new AwsError("ResourceNotFoundException", NOT_FOUND, "Resource does not exist");
    }

    public static AwsError tooManyTags() {
        return AwsError.client("TagLimitExceededException", "Could not complete request: tag quota of per resource "
                + "exceeded");
    }

    public static AwsError tooManyTopics() {
        return new AwsError("TopicLimitExceededException", FORBIDDEN, "Maximum number of topics reached");
    }

    public static AwsError tooManySubscriptions() {
        return new AwsError("SubscriptionLimitExceededException", FORBIDDEN,
                "Maximum number of subscriptions reached for this topic");
    }

    public static AwsError tooManyFilters(String of) {
        return new AwsError("FilterPolicyLimitExceededException", FORBIDDEN,
                "Maximum number of filter policies reached for this " + of);
    }

    /**
     * Over a rate, or more is undelivered than is kept.
     *
     * @see <a href="https://repost.aws/knowledge-center/sns-throttling-exception-errors">AWS's own example</a>
     */
    public static AwsError throttled() {
        return AwsError.client("ThrottlingException", "Rate exceeded");
    }

    /** @param why in AWS's words */
    static AwsError denied(String why) {
        return new AwsError("AuthorizationErrorException", FORBIDDEN, why);
    }

    /** Only the subscription's owner may. */
    public static AwsError notAuthorized(String action, String arn) {
        return new AwsError("AuthorizationErrorException", FORBIDDEN,
                "Not authorized to perform: " + action + " on resource: " + arn);
    }
}
