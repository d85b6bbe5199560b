package org.aforo.core.internal.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.aforo.api.access.InvalidPolicyException;
import org.aforo.core.internal.access.Statement.Named;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads policies of resources.
 *
 * @param variables whether texts may have variables, as in documents of 2012
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar</a>
 */
record PolicyReader(boolean variables) {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final String NEW = "2012-10-17";
    private static final String OLD = "2008-10-17";
    private static final Set<String> POLICY = Set.of("Version", "Id", "Statement");
    private static final Set<String> STATEMENT = Set.of("Sid", "Effect", "Principal", "NotPrincipal", "Action",
            "NotAction", "Resource", "NotResource", "Condition");

    /** @throws InvalidPolicyException when it isn't a policy of a resource */
    static List<Statement> read(String document) {
        JsonNode policy = tree(document);
        demand(policy.isObject(), "A policy is an object");
        known(policy, POLICY);
        String version = policy.path("Version").asString(OLD);
        demand(version.equals(OLD) || version.equals(NEW), "There is no version " + version);
        JsonNode statements = policy.path("Statement");
        demand(statements.isObject() || statements.isArray() && !statements.isEmpty(), "There is no statement");
        PolicyReader reader = new PolicyReader(version.equals(NEW));
        List<Statement> read = new ArrayList<>();
        for (JsonNode each : statements.isArray() ? statements : List.of(statements)) {
            read.add(reader.statement(each));
        }
        return List.copyOf(read);
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new InvalidPolicyException("It isn't JSON", false);
        }
    }

    private Statement statement(JsonNode node) {
        demand(node.isObject(), "A statement is an object");
        known(node, STATEMENT);
        String effect = node.path("Effect").asString("");
        demand(effect.equals("Allow") || effect.equals("Deny"), "Effect is neither Allow nor Deny");
        boolean others = other(node, "Principal", true);
        Principals principals = Principals.read(node.get(others ? "NotPrincipal" : "Principal"));
        return new Statement(effect.equals("Allow"), new Named<>(principals, others), named(node, "Action", true),
                named(node, "Resource", false), conditions(node.path("Condition")));
    }

    /** Whether an element is there negated; once at most. */
    private static boolean other(JsonNode statement, String element, boolean required) {
        boolean plain = statement.has(element);
        boolean negated = statement.has("Not" + element);
        demand(!(plain && negated), element + " and Not" + element + " exclude one another");
        demand(plain || negated || !required, element + " is missing");
        return negated;
    }

    private Named<List<TextPattern>> named(JsonNode statement, String element, boolean required) {
        boolean others = other(statement, element, required);
        JsonNode node = statement.get(others ? "Not" + element : element);
        return node == null ? null : new Named<>(texts(node).stream()
                .map(text -> TextPattern.of(text, true, variables && !required)).toList(), others);
    }

    private List<Condition> conditions(JsonNode node) {
        demand(node.isMissingNode() || node.isObject(), "Condition isn't an object");
        Operators operators = new Operators(variables);
        List<Condition> all = new ArrayList<>();
        node.properties().forEach(operator -> {
            demand(operator.getValue().isObject(), operator.getKey() + " isn't an object");
            operator.getValue().properties().forEach(key -> all.add(
                    operators.condition(operator.getKey(), key.getKey(), texts(key.getValue()))));
        });
        return List.copyOf(all);
    }

    /** One value, or several in a list. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node.isArray() ? node : List.of(node)) {
            demand(each.isValueNode() && !each.isNull(), each + " isn't a text");
            texts.add(each.asString());
        }
        demand(!texts.isEmpty(), "A list is empty");
        return texts;
    }

    private static void known(JsonNode node, Set<String> names) {
        node.propertyNames().forEach(name -> demand(names.contains(name), "There is no element " + name));
    }

    private static void demand(boolean met, String otherwise) {
        if (!met) {
            throw new InvalidPolicyException(otherwise, false);
        }
    }
}
