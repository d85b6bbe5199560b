package org.aforo.service.topics.internal.op;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.message.MessageAttribute;

/**
 * As in the model.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">Message attributes</a>
 */
public record MessageAttributeValue(String dataType, String stringValue, ByteBuffer binaryValue) {

    private static final int NAME = 256;
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..+)?");
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9_.-]");

    /**
     * A message's attributes.
     *
     * @throws AwsError {@code ParameterValueInvalid}
     */
    static Map<String, MessageAttribute> read(Map<String, MessageAttributeValue> given) {
        Map<String, MessageAttribute> all = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                checkName(name);
                all.put(name, value.read(name));
            });
        }
        return all;
    }

    private static void checkName(String name) {
        if (name.length() > NAME) {
            throw Errors.value("Length of message attribute name must be less than 256 bytes.");
        }
        if (name.startsWith(".")) {
            throw Errors.value("Invalid message attribute name starting with character '.' was found.");
        }
        if (name.endsWith(".")) {
            throw Errors.value("Invalid message attribute name ending with character '.' was found.");
        }
        for (int i = 0; i < name.length(); i++) {
            if (!ALLOWED.matcher(name.substring(i, i + 1)).matches()) {
                throw Errors.value("Invalid non-alphanumeric character '#x"
                        + Integer.toHexString(name.charAt(i)).toUpperCase(Locale.ROOT)
                        + "' was found in the message attribute name. Can only include alphanumeric characters, "
                        + "hyphens, underscores, or dots.");
            }
        }
        if (name.contains("..")) {
            throw Errors.value("Message attribute name can not have successive '.' character.");
        }
    }

    private MessageAttribute read(String name) {
        if (!TYPE.matcher(dataType).matches()) {
            throw Errors.value("The message attribute '" + name + "' has an invalid message attribute type, the set of "
                    + "supported type prefixes is Binary, Number, and String.");
        }
        if (stringValue == null && binaryValue == null) {
            throw empty(name);
        }
        return dataType.startsWith("Binary") ? binary(name) : text(name);
    }

    private MessageAttribute binary(String name) {
        if (binaryValue == null) {
            throw field(name, "Binary");
        }
        if (!binaryValue.hasRemaining()) {
            throw empty(name);
        }
        byte[] bytes = new byte[binaryValue.remaining()];
        binaryValue.get(binaryValue.position(), bytes);
        return new MessageAttribute(dataType, null, bytes);
    }

    private MessageAttribute text(String name) {
        if (stringValue == null) {
            throw field(name, "String");
        }
        if (stringValue.isEmpty()) {
            throw empty(name);
        }
        if (dataType.startsWith("Number")) {
            checkNumber(name);
        }
        return new MessageAttribute(dataType, stringValue, null);
    }

    private void checkNumber(String name) {
        try {
            new BigDecimal(stringValue.strip());
        } catch (NumberFormatException e) {
            throw Errors.value("Could not cast message attribute '" + name + "' value to number.");
        }
    }

    private AwsError empty(String name) {
        return Errors.value("The message attribute '" + name + "' must contain non-empty message attribute value for "
                + "message attribute type '" + dataType + "'.");
    }

    private AwsError field(String name, String field) {
        return Errors.value("The message attribute '" + name + "' with type '" + dataType + "' must use field '" + field
                + "'.");
    }
}
