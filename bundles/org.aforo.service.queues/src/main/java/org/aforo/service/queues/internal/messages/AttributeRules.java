package org.aforo.service.queues.internal.messages;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.MessageAttribute;

/**
 * What attributes of messages may be: names, types, values.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">
 *      Message metadata</a>
 */
final class AttributeRules {

    private static final int MOST = 10;
    private static final int LONGEST = 256;
    private static final String STRING = "String";
    private static final String NUMBER = "Number";
    private static final String BINARY = "Binary";
    private static final Pattern NUMERAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private AttributeRules() {
    }

    static Map<String, MessageAttribute> checked(Map<String, AttributeValue> attributes) throws AwsError {
        if (attributes == null || attributes.isEmpty()) {
            return Map.of();
        }
        if (attributes.size() > MOST) {
            throw Errors.invalid("Number of message attributes [" + attributes.size()
                    + "] exceeds the allowed maximum [" + MOST + "].");
        }
        Map<String, MessageAttribute> checked = LinkedHashMap.newLinkedHashMap(attributes.size());
        attributes.forEach((name, value) -> {
            checkName(name);
            checked.put(name, value(name, value));
        });
        return checked;
    }

    private static void checkName(String name) throws AwsError {
        if (name.isEmpty()) {
            throw Errors.invalid("The request must contain non-empty message (user) attribute names.");
        }
        if (Utf8.length(name) > LONGEST) {
            throw Errors.invalid("Message (user) attribute name must be shorter than 256 bytes.");
        }
        int forbidden = Characters.forbiddenInName(name);
        if (forbidden >= 0) {
            throw Errors.invalid("Invalid non-alphanumeric character '#x" + Integer.toHexString(forbidden)
                    + "' was found in the message attribute name. Can only include alphanumeric characters, hyphens, "
                    + "underscores, or dots.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("aws.") || lower.startsWith("amazon.")) {
            throw Errors
                    .invalid("You can't use message attribute names beginning with 'AWS.' or 'Amazon'. These strings "
                            + "are reserved for internal use.");
        }
        if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
            throw Errors.invalid("Message attribute name can not start or end with a '.' or have successive '.' "
                    + "characters.");
        }
    }

    private static MessageAttribute value(String name, AttributeValue value) throws AwsError {
        if (value == null || value.dataType() == null && value.stringValue() == null && value.binaryValue() == null) {
            throw Errors.invalid("The message (user) attribute '" + name
                    + "' must contain a non-empty message attribute value.");
        }
        if (value.hasList()) {
            throw Errors.unsupported("Message attribute list values in SendMessage operation are not supported.");
        }
        return switch (kind(name, value.dataType())) {
            case STRING -> new MessageAttribute(value.dataType(), text(name, value, STRING), null);
            case NUMBER -> new MessageAttribute(value.dataType(), number(name, value), null);
            default -> binary(name, value);
        };
    }

    /** A type is one of three, and may have a label of the client's after a dot. */
    private static String kind(String name, String type) throws AwsError {
        if (type == null || type.isEmpty()) {
            throw Errors.invalid("The message (user) attribute '" + name
                    + "' must contain a non-empty message attribute type.");
        }
        if (Utf8.length(type) > LONGEST) {
            throw Errors.invalid("Message (user) attribute type must be shorter than 256 bytes.");
        }
        int dot = type.indexOf('.');
        String kind = dot < 0 ? type : type.substring(0, dot);
        if (!kind.equals(STRING) && !kind.equals(NUMBER) && !kind.equals(BINARY)) {
            throw Errors
                    .invalid("The type of message (user) attribute '" + name + "' is invalid. You must use only the "
                            + "following supported type prefixes: Binary, Number, String.");
        }
        return kind;
    }

    private static String text(String name, AttributeValue value, String kind) throws AwsError {
        if (value.stringValue() == null || value.stringValue().isEmpty()) {
            throw empty(name, kind);
        }
        if (value.binaryValue() != null) {
            throw Errors.invalid("Message attribute '" + name + "' has multiple values.");
        }
        int forbidden = Characters.forbidden(value.stringValue());
        if (forbidden >= 0) {
            throw Errors.invalid("Invalid binary character '#x" + Integer.toHexString(forbidden) + "' was found in the "
                    + "message attribute '" + name + "' value, the set of allowed characters is " + Characters.ALLOWED);
        }
        return value.stringValue();
    }

    private static String number(String name, AttributeValue value) throws AwsError {
        String text = text(name, value, NUMBER);
        if (!NUMERAL.matcher(text).matches() || !Numbers.areInRange(text)) {
            throw Errors.invalid("Can't cast the value of message (user) attribute '" + name + "' to a number.");
        }
        return text;
    }

    private static MessageAttribute binary(String name, AttributeValue value) throws AwsError {
        if (value.binaryValue() == null || !value.binaryValue().hasRemaining()) {
            throw empty(name, BINARY);
        }
        if (value.stringValue() != null) {
            throw Errors.invalid("Message attribute '" + name + "' has multiple values.");
        }
        return new MessageAttribute(value.dataType(), null, value.binaryValue());
    }

    private static AwsError empty(String name, String kind) {
        return Errors.invalid("Message (user) attribute '" + name + "' must contain a non-empty value of type '" + kind
                + "'.");
    }

    /** What attributes add to a message's size: names, types and values. */
    static long size(Map<String, MessageAttribute> attributes) {
        long size = 0;
        for (Map.Entry<String, MessageAttribute> each : attributes.entrySet()) {
            MessageAttribute value = each.getValue();
            size += Utf8.length(each.getKey()) + Utf8.length(value.dataType())
                    + (value.stringValue() == null ? value.binaryValue().remaining()
                            : Utf8.length(value.stringValue()));
        }
        return size;
    }

    /** The same of attributes that weren't checked. */
    static long rawSize(Map<String, AttributeValue> attributes) {
        long size = 0;
        if (attributes != null) {
            for (Map.Entry<String, AttributeValue> each : attributes.entrySet()) {
                AttributeValue value = each.getValue();
                size += Utf8.length(each.getKey()) + (value == null ? 0 : Utf8.length(value.dataType())
                        + Utf8.length(value.stringValue())
                        + (value.binaryValue() == null ? 0 : value.binaryValue().remaining()));
            }
        }
        return size;
    }
}
