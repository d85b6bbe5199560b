package org.aforo.service.queues.internal.op;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;

/**
 * What tags may be.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-tags.html">
 *      Cost allocation tags</a>
 */
final class TagRules {

    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 256;

    private TagRules() {
    }

    /** @param tags all that the queue would have */
    static void check(Map<String, String> tags, long most, String queue) throws AwsError {
        if (tags.size() > most) {
            throw Errors.invalid("Too many tags added for queue " + queue + '.');
        }
        tags.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > LONGEST_KEY) {
                throw Errors.invalid("Tag keys must be between 1 and 128 characters in length.");
            }
            if (value == null || value.length() > LONGEST_VALUE) {
                throw Errors.invalid("Tag values must be between 0 and 256 characters in length.");
            }
            if (key.regionMatches(true, 0, "aws:", 0, "aws:".length())) {
                throw Errors.invalid("Tag keys can't start with aws:. It is reserved for AWS use.");
            }
        });
    }
}
