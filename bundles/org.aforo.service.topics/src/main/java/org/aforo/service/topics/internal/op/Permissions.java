package org.aforo.service.topics.internal.op;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.TopicMeta;

import tools.jackson.databind.JsonNode;

/**
 * A topic's policy and the statements in it. It is kept and told; a bench lets everybody in.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/api/API_AddPermission.html">AddPermission</a>
 */
final class Permissions {

    private static final Set<String> ACTIONS = Set.of("GetTopicAttributes", "SetTopicAttributes", "AddPermission",
            "RemovePermission", "DeleteTopic", "Subscribe", "ListSubscriptionsByTopic", "Publish", "Receive");
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

    /** The policy with a statement more. */
    static String add(TopicMeta meta, String label, List<String> accounts, List<String> actions) {
        if (!ACTIONS.containsAll(actions)) {
            throw Errors.parameter("Policy statement action out of service scope!");
        }
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
        return with(policy, statements);
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
