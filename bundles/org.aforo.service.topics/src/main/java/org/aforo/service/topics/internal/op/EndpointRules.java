package org.aforo.service.topics.internal.op;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;

/**
 * What may be subscribed.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html">Subscribe</a>
 */
final class EndpointRules {

    /** Protocols whose messages may come without an envelope. */
    static final Set<String> RAW = Set.of("sqs", "http", "https", "firehose");

    private static final String FIFO = ".fifo";
    private static final Pattern PHONE = Pattern.compile("\\+?[1-9][0-9]{1,14}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,255}");

    private EndpointRules() {
    }

    /** @throws AwsError {@code InvalidParameter} */
    static void check(String protocol, String endpoint, boolean fifo) {
        if (endpoint == null || endpoint.isEmpty()) {
            throw Errors.parameter("Endpoint");
        }
        switch (protocol) {
            case "sqs" -> queue(endpoint, fifo);
            case "firehose" -> demand(Arns.of("firehose", endpoint) != null, "Firehose endpoint ARN");
            case "http", "https" -> demand(url(protocol, endpoint) != null,
                    "Endpoint must match the specified protocol");
            case "email", "email-json" -> demand(EMAIL.matcher(endpoint).matches(), "Email address");
            case "sms" -> phone(endpoint);
            case "lambda" -> function(endpoint);
            case "application" -> throw Errors.parameter("Endpoint Reason: platform applications are not supported by "
                    + "Aforo");
            default -> throw Errors.parameter("Amazon SNS does not support this protocol string: " + protocol);
        }
        if (fifo && !protocol.equals("sqs")) {
            throw Errors.parameter("Invalid parameter: Endpoint Reason: Please use FIFO SQS queue");
        }
    }

    private static void queue(String endpoint, boolean fifo) {
        Arn queue = Arns.of("sqs", endpoint);
        demand(queue != null, "SQS endpoint ARN");
        if (!fifo && queue.resource().endsWith(FIFO)) {
            throw Errors.parameter("Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to "
                    + "standard SNS topics");
        }
    }

    private static void phone(String endpoint) {
        String number = endpoint.replaceAll("[ ./()-]", "");
        if (!PHONE.matcher(number).matches()) {
            throw Errors.plain("Invalid SMS endpoint: " + endpoint);
        }
    }

    /** A telephone number as it may be published to. */
    static boolean isPhone(String number) {
        return PHONE.matcher(number).matches();
    }

    private static void function(String endpoint) {
        if (Arns.of("lambda", endpoint) != null) {
            throw Errors.parameter("Endpoint Reason: " + endpoint + " can't be reached: Aforo runs no functions. Give "
                    + "the URL that invokes it instead, as http://localhost:9000/2015-03-31/functions/function/"
                    + "invocations");
        }
        demand(url("http", endpoint) != null || url("https", endpoint) != null, "Lambda endpoint ARN");
    }

    private static URI url(String scheme, String endpoint) {
        try {
            URI url = URI.create(endpoint);
            return scheme.equals(url.getScheme()) && url.getHost() != null ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw Errors.parameter(otherwise);
        }
    }
}
