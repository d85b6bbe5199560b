package org.aforo.service.topics.internal.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import tools.jackson.core.JsonToken;

/** Reads what a policy asks of one value: an object with one name. For one thread. */
final class ConditionCompiler {

    private static final String PREFIX = "prefix";
    private static final String SUFFIX = "suffix";
    private static final String WILDCARD = "wildcard";
    private static final String IGNORE_CASE = "equals-ignore-case";

    private final PolicyReader in;

    ConditionCompiler(PolicyReader in) {
        this.in = in;
    }

    /** Reads on behind the opening brace. */
    Condition compile() {
        if (in.next() != JsonToken.PROPERTY_NAME) {
            throw in.mistake("Match expression name not found");
        }
        String type = in.name();
        return switch (type) {
            case PREFIX -> alone(new Condition.Prefix(text(type)));
            case SUFFIX -> alone(new Condition.Suffix(text(type)));
            case IGNORE_CASE -> alone(new Condition.IgnoringCase(text(type)));
            case WILDCARD -> alone(wildcard(text(type)));
            case "exactly" -> alone(new Condition.Exactly(Value.string(text("exact"))));
            case "cidr" -> alone(cidr());
            case "exists" -> alone(exists());
            case "numeric" -> numeric();
            case "anything-but" -> anythingBut();
            default -> throw in.mistake("Unrecognized match type " + type);
        };
    }

    private String text(String type) {
        if (in.next() != JsonToken.VALUE_STRING) {
            throw in.mistake(type + " match pattern must be a string");
        }
        return in.text();
    }

    /** The condition, if the object ends after it. */
    private Condition alone(Condition condition) {
        if (in.next() != JsonToken.END_OBJECT) {
            throw in.mistake("Only one key allowed in match expression");
        }
        return condition;
    }

    private Condition wildcard(String text) {
        try {
            return new Condition.Wildcard(Wildcards.parse(text));
        } catch (IllegalArgumentException e) {
            throw in.mistake(e.getMessage());
        }
    }

    private Condition cidr() {
        String network = text(PREFIX);
        try {
            return new Condition.Within(Cidr.parse(network));
        } catch (IllegalArgumentException e) {
            throw in.mistake(e.getMessage());
        }
    }

    private Condition exists() {
        return switch (in.next()) {
            case VALUE_TRUE -> new Condition.Exists(true);
            case VALUE_FALSE -> new Condition.Exists(false);
            default -> throw in.mistake("exists match pattern must be either true or false.");
        };
    }

    private Condition numeric() {
        if (in.next() != JsonToken.START_ARRAY) {
            throw in.mistake("Value of numeric must be an array.");
        }
        Condition range = range();
        if (in.next() != JsonToken.END_OBJECT) {
            throw tooMany();
        }
        return range;
    }

    private Condition range() {
        if (in.next() != JsonToken.VALUE_STRING) {
            throw in.mistake("Invalid member in numeric match: " + in.text());
        }
        String operator = in.text();
        return switch (operator) {
            case "=" -> {
                BigDecimal number = last("equals");
                yield new Condition.Numeric(number, false, number, false);
            }
            case "<", "<=" -> new Condition.Numeric(null, false, last(operator), operator.equals("<"));
            case ">", ">=" -> above(operator);
            default -> {
                // The rule language reads on before it looks at the operator: the place told is that of the next one.
                in.next();
                throw in.mistake("Unrecognized numeric range operator: " + operator);
            }
        };
    }

    private BigDecimal number(String operator) {
        if (!PolicyReader.isNumber(in.next())) {
            throw in.mistake("Value of " + operator + " must be numeric");
        }
        return in.number();
    }

    private BigDecimal last(String operator) {
        BigDecimal number = number(operator);
        if (in.next() != JsonToken.END_ARRAY) {
            throw tooMany();
        }
        return number;
    }

    private Condition above(String operator) {
        BigDecimal bottom = number(operator);
        boolean open = operator.equals(">");
        JsonToken token = in.next();
        if (token == JsonToken.END_ARRAY) {
            return new Condition.Numeric(bottom, open, null, false);
        }
        if (token != JsonToken.VALUE_STRING) {
            throw in.mistake("Bad value in numeric range: " + in.text());
        }
        String second = in.text();
        if (!second.equals("<") && !second.equals("<=")) {
            throw in.mistake("Bad numeric range operator: " + second);
        }
        BigDecimal top = number(second);
        if (in.next() != JsonToken.END_ARRAY) {
            throw in.mistake("Too many terms in numeric range expression");
        }
        if (bottom.compareTo(top) >= 0) {
            throw in.mistake("Bottom must be less than top");
        }
        return new Condition.Numeric(bottom, open, top, second.equals("<"));
    }

    private RuntimeException tooMany() {
        return in.mistake("Too many elements in numeric expression");
    }

    private Condition anythingBut() {
        JsonToken token = in.next();
        Condition condition = switch (token) {
            case START_OBJECT -> anythingButMatching();
            case START_ARRAY -> new Condition.NoneOf(values());
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Condition.NoneOf(List.of(in.value()));
            default -> throw in.mistake("Value of anything-but must be an array or single string/number value.");
        };
        if (in.next() != JsonToken.END_OBJECT) {
            throw tooMany();
        }
        return condition;
    }

    private List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (JsonToken token = in.next(); token != JsonToken.END_ARRAY; token = in.next()) {
            if (token != JsonToken.VALUE_STRING && !PolicyReader.isNumber(token)) {
                throw in.mistake("Inside anything but list, start|null|boolean is not supported.");
            }
            values.add(in.value());
        }
        if (values.stream().map(Value::kind).distinct().count() != 1) {
            throw in.mistake("Inside anything but list, either all values are number or string, "
                    + "mixed type is not supported");
        }
        return values;
    }

    private Condition anythingButMatching() {
        if (in.next() != JsonToken.PROPERTY_NAME) {
            throw in.mistake("Anything-But expression name not found");
        }
        String type = in.name();
        Function<String, Condition> kind = switch (type) {
            case PREFIX -> Condition.Prefix::new;
            case SUFFIX -> Condition.Suffix::new;
            case IGNORE_CASE -> Condition.IgnoringCase::new;
            case WILDCARD -> this::wildcard;
            default -> throw in.mistake("Unsupported anything-but pattern: " + type);
        };
        return alone(new Condition.Not(texts(type).stream().map(kind).toList()));
    }

    private List<String> texts(String type) {
        boolean affix = type.equals(PREFIX) || type.equals(SUFFIX);
        JsonToken token = in.next();
        List<String> texts = new ArrayList<>();
        if (token == JsonToken.START_ARRAY) {
            for (token = in.next(); token != JsonToken.END_ARRAY; token = in.next()) {
                texts.add(text(token, type, affix));
            }
        } else {
            texts.add(text(token, type, affix));
        }
        if (texts.isEmpty()) {
            throw in.mistake("Empty arrays are not allowed");
        }
        return texts;
    }

    private String text(JsonToken token, String type, boolean affix) {
        if (token != JsonToken.VALUE_STRING) {
            throw in.mistake((affix ? "prefix/suffix" : type) + " match pattern must be a string");
        }
        if (affix && in.text().isEmpty()) {
            throw in.mistake("Null prefix/suffix not allowed");
        }
        return in.text();
    }
}
