package org.aforo.protocol.internal.binding;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/** An enumeration: a constant's name is the value, with an underscore for what Java's names can't have. */
final class EnumBinding implements Binding {

    private final Map<String, Enum<?>> constants = new HashMap<>();

    EnumBinding(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            Enum<?> value = (Enum<?>) constant;
            constants.put(value.name(), value);
        }
    }

    @Override
    public Object toJava(Object value) {
        String text = (String) value;
        Enum<?> constant = constants.get(text);
        if (constant == null) {
            constant = constants.get(text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        }
        if (constant == null) {
            throw AwsError.client("ValidationException", "Value '" + text + "' is not supported.");
        }
        return constant;
    }

    @Override
    public Object toTree(Object value) {
        return value.toString();
    }
}
