package org.aforo.service.queues.internal.attributes;

import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.access.InvalidPolicyException;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Queues;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attribute {@code Policy}, and the statements that AddPermission puts into it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_AddPermission.html">
 *      AddPermission</a>
 */
public final class PolicyDocument {

    private static final String STATEMENT = "Statement";
    private static final String SID = "Sid";

    private PolicyDocument() {
    }

    /** @throws AwsError {@code InvalidAttributeValue}, {@code OverLimit} */
    static String checked(String text, Queues queues) throws AwsError {
        JsonNode policy = Json.object(text, Errors.badAttribute(AttributeNames.POLICY));
        new PolicyLimits(queues.limits()).check(text, policy);
        try {
            queues.bench().policies().parse(text);
            return text;
        } catch (InvalidPolicyException e) {
            throw Errors.badAttribute(AttributeNames.POLICY);
        }
    }

    /**
     * The policy with one more statement.
     *
     * @param policy as it is; null for none
     * @throws AwsError {@code InvalidParameterValue} when there is a statement of that label
     */
    public static String with(String policy, Arn queue, String label, List<String> accounts, List<String> actions)
            throws AwsError {
        ObjectNode root = policy == null ? empty(queue) : (ObjectNode) Json.MAPPER.readTree(policy);
        ArrayNode statements = statements(root);
        if (find(statements, label) >= 0) {
            throw Errors.invalid(label, "Label", "Already exists.");
        }
        ObjectNode statement = statements.addObject();
        statement.put(SID, label);
        statement.put("Effect", "Allow");
        one(statement.putObject("Principal"), "AWS", accounts.stream()
                .map(account -> "arn:aws:iam::" + account + ":root").toList());
        one(statement, "Action", actions.stream().map(action -> "SQS:" + action).toList());
        statement.put("Resource", queue.toString());
        return root.toString();
    }

    /**
     * The policy without a statement.
     *
     * @return null when none is left
     * @throws AwsError {@code InvalidParameterValue} when there is none of that label
     */
    public static String without(String policy, String label) throws AwsError {
        ObjectNode root = policy == null ? Json.MAPPER.createObjectNode() : (ObjectNode) Json.MAPPER.readTree(policy);
        ArrayNode statements = statements(root);
        int at = find(statements, label);
        if (at < 0) {
            throw Errors.invalid(label, "Label", "can't find label.");
        }
        statements.remove(at);
        return statements.isEmpty() ? null : root.toString();
    }

    private static ObjectNode empty(Arn queue) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        root.put("Version", "2008-10-17");
        root.put("Id", queue + "/SQSDefaultPolicy");
        return root;
    }

    /** The statements as a list, which they needn't be. */
    private static ArrayNode statements(ObjectNode root) {
        JsonNode there = root.get(STATEMENT);
        if (there instanceof ArrayNode array) {
            return array;
        }
        ArrayNode array = root.putArray(STATEMENT);
        if (there != null) {
            array.add(there);
        }
        return array;
    }

    private static int find(ArrayNode statements, String label) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).path(SID).asString("").equals(label)) {
                return i;
            }
        }
        return -1;
    }

    /** A single value stands alone, several in a list. */
    private static void one(ObjectNode node, String name, List<String> values) {
        if (values.size() == 1) {
            node.put(name, values.getFirst());
        } else {
            values.forEach(node.putArray(name)::add);
        }
    }
}
