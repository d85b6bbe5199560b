package org.aforo.service.queues.internal;

import java.util.regex.Pattern;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;

/**
 * Queues' URLs: {@code http://HOST:PORT/ACCOUNT/NAME}. Any host will do, since one bench may be reached by many names.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html">
 *      Queue and message identifiers</a>
 */
public final class QueueUrl {

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");

    private QueueUrl() {
    }

    /** The queue's name, for faults; what isn't a URL is left as it is. */
    public static String shortName(String url) {
        return url == null ? null : url.substring(url.lastIndexOf('/') + 1);
    }

    /**
     * The queue that a URL names, in the caller's region.
     *
     * @throws AwsError {@code InvalidAddress} when it names none
     */
    public static QueueName parse(String url, Call call) throws AwsError {
        if (url.isEmpty()) {
            throw Errors.missing("QueueUrl");
        }
        int end = url.endsWith("/") ? url.length() - 1 : url.length();
        int name = url.lastIndexOf('/', end - 1);
        int account = name <= 0 ? -1 : url.lastIndexOf('/', name - 1);
        if (account < 0 || name + 1 == end || !ACCOUNT.matcher(url.substring(account + 1, name)).matches()) {
            throw Errors.badAddress(url);
        }
        return new QueueName(url.substring(account + 1, name), call.region(), url.substring(name + 1, end));
    }

    /** The URL by which the caller reaches a queue. */
    public static String of(Queue queue, Call call, BenchSettings settings) {
        String endpoint = call.endpoint().isEmpty() ? "http://" + settings.host() + ':' + settings.port()
                : call.endpoint();
        return endpoint + '/' + queue.fullName().account() + '/' + queue.fullName().name();
    }
}
