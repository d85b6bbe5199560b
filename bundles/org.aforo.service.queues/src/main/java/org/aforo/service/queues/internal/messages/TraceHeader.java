package org.aforo.service.queues.internal.messages;

import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.MessageAttribute;

/**
 * The one system attribute that a client may send: {@code AWSTraceHeader}. It doesn't add to a message's size. A
 * request's HTTP header stands for all its messages that have no such attribute.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sqs.html">SQS and X-Ray</a>
 */
final class TraceHeader {

    static final String NAME = "AWSTraceHeader";

    private static final String HTTP = "X-Amzn-Trace-Id";
    private static final String STRING = "String";

    private TraceHeader() {
    }

    /** What the call's HTTP header tells, or null. */
    static String of(Call call) {
        String header = call.header(HTTP);
        return header == null || header.isBlank() ? null : header;
    }

    /** Its value, or null. */
    static String checked(Map<String, AttributeValue> system) throws AwsError {
        if (system == null || system.isEmpty()) {
            return null;
        }
        for (String name : system.keySet()) {
            if (!name.equals(NAME)) {
                throw Errors.invalid("Message system attribute name '" + name + "' is invalid.");
            }
        }
        AttributeValue value = system.get(NAME);
        if (value == null || !STRING.equals(value.dataType()) || value.stringValue() == null
                || value.stringValue().isEmpty()) {
            throw Errors
                    .invalid("Message system attribute '" + NAME + "' must contain a non-empty value of type '" + STRING
                            + "'.");
        }
        return value.stringValue();
    }

    /** As an attribute, which its MD5 is taken of. */
    static Map<String, MessageAttribute> attribute(String header) {
        return header == null ? Map.of() : Map.of(NAME, new MessageAttribute(STRING, header, null));
    }
}
