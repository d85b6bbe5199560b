package org.aforo.service.topics.internal;

import tools.jackson.core.JacksonException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the JSON that attributes and messages hold. */
public final class Json {

    private static final String UNREADABLE = ": failed to parse JSON.";
    private static final Pattern UNKNOWN_WORD = Pattern.compile("Unrecognized token '([^']*)'");
    /** Numbers are what they are: some are too large for a {@code double}. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private Json() {
    }

    /** @throws JacksonException when it isn't JSON */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** The JSON object in a text, or null when there is none. */
    public static JsonNode objectOrNull(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node != null && node.isObject() ? node : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * The JSON object in an attribute's text.
     *
     * @param named the attribute, with what AWS's message begins with after "Invalid parameter: "
     * @throws AwsError {@code InvalidParameter}, with the parser's own words and place where there are any, as AWS's
     */
    public static JsonNode object(String text, String named) {
        JsonNode node = read(text, named);
        if (node.isObject()) {
            return node;
        }
        throw Errors.parameter(named + UNREADABLE);
    }

    /** The JSON in an attribute's text, as {@link #object}. */
    public static JsonNode read(String text, String named) {
        try {
            return MAPPER.readTree(text);
        } catch (MismatchedInputException e) {
            // JSON, but more than one value of it: AWS's parser doesn't look on.
            throw Errors.parameter(named + UNREADABLE);
        } catch (JacksonException e) {
            throw Errors.parameter(named + UNREADABLE + ' ' + told(e));
        }
    }

    /** As the parser before this one put it, which is AWS's: that told where a word ends that it doesn't know. */
    private static String told(JacksonException e) {
        Matcher word = UNKNOWN_WORD.matcher(e.getOriginalMessage());
        int column = e.getLocation().getColumnNr() + (word.lookingAt() ? word.group(1).length() : 0);
        return e.getOriginalMessage().replace("property name", "field name")
                + "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: "
                + e.getLocation().getLineNr() + ", column: " + column + ']';
    }

    /** A text between quotation marks. */
    public static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
