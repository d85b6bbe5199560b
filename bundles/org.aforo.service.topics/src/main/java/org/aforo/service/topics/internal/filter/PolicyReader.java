package org.aforo.service.topics.internal.filter;

import java.math.BigDecimal;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** A policy's text, token by token; knows where it stands. For one thread. */
final class PolicyReader {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int QUOTED = 500;
    private static final BigDecimal LIMIT = new BigDecimal("1000000000");

    private final String json;
    private final String prefix;
    private final JsonParser parser;

    PolicyReader(String json, String prefix) {
        this.json = json;
        this.prefix = prefix;
        this.parser = FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    JsonToken next() {
        return parser.nextToken();
    }

    /** The name that was come to. */
    String name() {
        return parser.currentName();
    }

    /** The token as text. */
    String text() {
        return parser.getString();
    }

    /** The plain value that was come to. */
    Value value() {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Value.string(text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.number(parser.getDecimalValue());
            default -> Value.keyword(text());
        };
    }

    /** The number that was come to, within what can be compared. */
    BigDecimal number() {
        BigDecimal number = parser.getDecimalValue();
        if (number.abs().compareTo(LIMIT) > 0) {
            throw mistake("Value must be between -1.0E9 and 1.0E9, inclusive");
        }
        return number;
    }

    static boolean isNumber(JsonToken token) {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    /** A mistake at this place. */
    AwsError mistake(String what) {
        TokenStreamLocation at = parser.currentLocation();
        String source = json.length() <= QUOTED ? '"' + json + '"'
                : '"' + json.substring(0, QUOTED) + "\"[truncated " + (json.length() - QUOTED) + " chars]";
        return Errors.parameter(prefix + what + "\n at [Source: (String)" + source + "; line: " + at.getLineNr()
                + ", column: " + at.getColumnNr() + ']');
    }
}
