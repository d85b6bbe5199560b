package org.aforo.service.queues.internal.attributes;

import java.nio.charset.StandardCharsets;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.Limits;
import tools.jackson.databind.JsonNode;

/**
 * How large a policy may be. Principals and conditions are counted in each statement.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html">Policy
 *      quotas</a>
 */
record PolicyLimits(Limits limits) {

    /** @throws AwsError {@code OverLimit} */
    void check(String text, JsonNode policy) throws AwsError {
        if (text.getBytes(StandardCharsets.UTF_8).length > limits.policyBytes.getAsLong()) {
            throw Errors.overLimit("Submitted policy is over max allowed size.");
        }
        JsonNode statements = policy.path("Statement");
        if (!statements.isArray()) {
            checkStatement(statements);
            return;
        }
        check(statements.size(), limits.policyStatements.getAsLong(), "statements were found in");
        for (JsonNode statement : statements) {
            checkStatement(statement);
        }
    }

    private void checkStatement(JsonNode statement) throws AwsError {
        check(count(statement.path("Action")), limits.policyActions.getAsLong(),
                "actions were found in a statement from");
        check(members(statement.path("Principal")), limits.policyPrincipals.getAsLong(),
                "principals were found in a statement from");
        int conditions = 0;
        for (JsonNode operator : statement.path("Condition")) {
            conditions += operator.size();
        }
        check(conditions, limits.policyConditions.getAsLong(), "conditions were found in a statement from");
    }

    private static void check(int found, long most, String what) throws AwsError {
        if (found > most) {
            throw Errors.overLimit(found + " " + what + " the submitted policy, max allowed is " + most);
        }
    }

    /** One, or the values of a list. */
    private static int count(JsonNode node) {
        return node.isArray() ? node.size() : 1;
    }

    private static int members(JsonNode principal) {
        int members = 0;
        for (JsonNode kind : principal) {
            members += count(kind);
        }
        return members;
    }
}
