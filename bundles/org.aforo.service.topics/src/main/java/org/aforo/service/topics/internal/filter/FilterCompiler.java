package org.aforo.service.topics.internal.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * Reads a filter policy and refuses what isn't one, in the words of AWS's rule language and with the place of the
 * mistake, as SNS does. For one thread.
 *
 * @see <a href="https://github.com/aws/event-ruler">The rule language</a>
 */
final class FilterCompiler {

    private static final String OR = "$or";
    private static final int DEEPEST = 64;

    private final PolicyReader in;
    private final ConditionCompiler conditions;
    private final String prefix;

    FilterCompiler(String json, String prefix) {
        this.in = new PolicyReader(json, prefix);
        this.conditions = new ConditionCompiler(in);
        this.prefix = prefix;
    }

    /** @throws AwsError {@code InvalidParameter} */
    Fields compile() {
        try {
            if (in.next() != JsonToken.START_OBJECT) {
                throw in.mistake("Filter is not an object");
            }
            Fields fields = fields(0);
            if (in.next() != null) {
                throw Errors.parameter(prefix + "failed to parse JSON.");
            }
            return fields;
        } catch (JacksonException e) {
            throw Errors.parameter(prefix + "failed to parse JSON.");
        }
    }

    private Fields fields(int depth) {
        if (depth > DEEPEST) {
            throw Errors.parameter(prefix + "Filter policy is too complex");
        }
        Map<String, Fields.Node> names = new LinkedHashMap<>();
        List<List<Fields>> ors = new ArrayList<>();
        while (in.next() != JsonToken.END_OBJECT) {
            String name = in.name();
            if (name.equals(OR)) {
                ors.add(alternatives(depth));
            } else {
                names.put(name, node(name, depth));
            }
        }
        if (depth > 0 && names.isEmpty() && ors.isEmpty()) {
            throw in.mistake("Empty objects are not allowed");
        }
        return new Fields(names, ors);
    }

    private Fields.Node node(String name, int depth) {
        return switch (in.next()) {
            case START_OBJECT -> new Fields.Nested(fields(depth + 1));
            case START_ARRAY -> new Fields.Leaf(conditions());
            default -> throw in.mistake('"' + name + "\" must be an object or an array");
        };
    }

    private List<Fields> alternatives(int depth) {
        if (in.next() != JsonToken.START_ARRAY) {
            throw in.mistake("It must be an Array followed with $or.");
        }
        List<Fields> all = new ArrayList<>();
        for (JsonToken token = in.next(); token != JsonToken.END_ARRAY; token = in.next()) {
            if (token != JsonToken.START_OBJECT) {
                throw in.mistake("Only JSON object is allowed in array of $or relationship.");
            }
            all.add(fields(depth + 1));
        }
        if (all.size() < 2) {
            throw in.mistake("There must have at least 2 Objects in $or relationship.");
        }
        return all;
    }

    private List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        for (JsonToken token = in.next(); token != JsonToken.END_ARRAY; token = in.next()) {
            all.add(switch (token) {
                case START_OBJECT -> conditions.compile();
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                    new Condition.Exactly(in.value());
                default -> throw in.mistake("Match value must be String, number, true, false, or null");
            });
        }
        if (all.isEmpty()) {
            throw in.mistake("Empty arrays are not allowed");
        }
        return all;
    }
}
