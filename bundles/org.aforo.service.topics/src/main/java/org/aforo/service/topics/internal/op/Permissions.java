package org.aforo.service.topics.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;

import org.aforo.api.access.AccessPolicies;
import org.aforo.api.access.InvalidPolicyException;
import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.TopicMeta;

import tools.jackson.databind.JsonNode;

/**
 * A topic's policy and the statements in it.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html">AddPermission</a>
 */
final class Permissions {

    /** What a policy may be about, in small letters. */
    private static final Set<String> ACTIONS = Set.of("gettopicattributes", "settopicattributes", "addpermission",
            "removepermission", "deletetopic", "subscribe", "listsubscriptionsbytopic", "publish", "receive",
            "listtagsforresource", "getdataprotectionpolicy", "putdataprotectionpolicy");
    private static final String SERVICE = "sns:";
    private static final int BYTES = 30 * 1024;
    private static final int STATEMENTS = 100;
    private static final String DEFAULT_ACTIONS = "\"SNS:GetTopicAttributes\",\"SNS:SetTopicAttributes\","
            + "\"SNS:AddPermission\",\"SNS:RemovePermission\",\"SNS:DeleteTopic\",\"SNS:Subscribe\","
            + "\"SNS:ListSubscriptionsByTopic\",\"SNS:Publish\"";

    private Permissions() {
    }

    /** The policy that was set, or AWS's default. */
    static String policy(TopicMeta meta) {
        String own = meta.attributes().get("Policy");
        return own != null ? own : "{\"Version\":\"2008-10-17\",\"Id\":\"__default_policy_ID\",\"Statement\":["
                + "{\"Sid\":\"__default_statement_ID\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":["
                + DEFAULT_ACTIONS + "],\"Resource\":" + Json.quoted(meta.arn().toString())
                + ",\"Condition\":{\"StringEquals\":{\"AWS:SourceOwner\":" + Json.quoted(meta.account()) + "}}}]}";
    }

    /**
     * Checks a policy that is to be set.
     *
     * @param prefix what AWS's message begins with, after "Invalid parameter: "
     * @throws AwsError {@code InvalidParameter}
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html">
     *      Valid actions and quotas</a>
     */
    static void check(String json, String prefix, AccessPolicies policies) {
        if (json.isEmpty()) {
            return;
        }
        JsonNode policy = Json.objectOrNull(json);
        List<JsonNode> statements = policy == null ? List.of() : statements(policy);
        if (statements.isEmpty() || statements.size() > STATEMENTS
                || json.getBytes(StandardCharsets.UTF_8).length > BYTES) {
            throw Errors.parameter(prefix + "Policy Error: null");
        }
        for (JsonNode statement : statements) {
            JsonNode action = statement.path("Action");
            for (JsonNode each : action.isString() ? List.of(action) : action) {
                checkAction(each.asString(""), prefix);
            }
        }
        try {
            policies.parse(json);
        } catch (InvalidPolicyException e) {
            throw Errors.parameter(prefix + "Policy Error: " + (e.isOfPrincipal() ? "PrincipalNotFound" : "null"));
        }
    }

    private static void checkAction(String action, String prefix) {
        String small = action.toLowerCase(Locale.ROOT);
        if (!small.startsWith(SERVICE) || !ACTIONS.contains(small.substring(SERVICE.length()))) {
            throw Errors.parameter(prefix + "Policy statement action out of service scope!");
        }
    }

    /** The policy with a statement more. @throws AwsError {@code InvalidParameter} */
    static String add(TopicMeta meta, String label, List<String> accounts, List<String> actions,
            AccessPolicies policies) {
        actions.forEach(each -> checkAction(SERVICE + each, ""));
        JsonNode policy = Json.read(policy(meta));
        List<JsonNode> statements = statements(policy);
        if (statements.stream().anyMatch(each -> is(each, label))) {
            throw Errors.parameter("Statement already exists");
        }
        StringJoiner principals = new StringJoiner(",", "[", "]");
        accounts.forEach(account -> principals.add(Json.quoted("arn:aws:iam::" + account + ":root")));
        StringJoiner what = new StringJoiner(",", "[", "]");
        actions.forEach(action -> what.add(Json.quoted("SNS:" + action)));
        statements.add(Json.read("{\"Sid\":" + Json.quoted(label) + ",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + principals + "},\"Action\":" + what + ",\"Resource\":" + Json.quoted(meta.arn().toString()) + '}'));
        String more = with(policy, statements);
        check(more, "", policies);
        return more;
    }

    /** The policy without a statement. @throws AwsError {@code NotFound} when there is none of that label */
    static String remove(TopicMeta meta, String label) {
        JsonNode policy = Json.read(policy(meta));
        List<JsonNode> statements = statements(policy);
        if (!statements.removeIf(each -> is(each, label))) {
            throw new AwsError("NotFoundException", 404, "Statement does not exist");
        }
        return with(policy, statements);
    }

    private static boolean is(JsonNode statement, String label) {
        return label.equals(statement.path("Sid").asString(""));
    }

    private static List<JsonNode> statements(JsonNode policy) {
        List<JsonNode> all = new ArrayList<>();
        JsonNode given = policy.path("Statement");
        if (given.isArray()) {
            given.forEach(all::add);
        } else if (given.isObject()) {
            all.add(given);
        }
        return all;
    }

    private static String with(JsonNode policy, List<JsonNode> statements) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        policy.properties().forEach(each -> {
            if (!each.getKey().equals("Statement")) {
                json.add(Json.quoted(each.getKey()) + ':' + each.getValue());
            }
        });
        StringJoiner list = new StringJoiner(",", "[", "]");
        statements.forEach(each -> list.add(each.toString()));
        return json.add("\"Statement\":" + list).toString();
    }
}
