package org.aforo.service.queues.internal.attributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.queues.internal.Errors;
import org.aforo.service.queues.internal.RedriveAllowPolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The attribute {@code RedriveAllowPolicy}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html">
 *      SetQueueAttributes</a>
 */
final class RedriveAllowText {

    private static final String NAME = AttributeNames.REDRIVE_ALLOW;
    private static final String PERMISSION = "redrivePermission";
    private static final String SOURCES = "sourceQueueArns";
    private static final String BY_QUEUE = "byQueue";
    private static final Set<String> PERMISSIONS = Set.of("allowAll", "denyAll", BY_QUEUE);
    private static final int MOST = 10;
    private static final String REFUSED = "Amazon SQS can't create the redrive allow policy";
    private static final AwsError FORMAT = Errors.invalid("Invalid value for the parameter RedriveAllowPolicy. Reason: "
            + REFUSED + ", as it\u2019s in an unsupported format.");

    private RedriveAllowText() {
    }

    static RedriveAllowPolicy read(String text) throws AwsError {
        JsonNode node = Json.object(text, FORMAT);
        String permission = node.path(PERMISSION).asString("");
        boolean known = node.properties().stream().map(member -> member.getKey())
                .allMatch(Set.of(PERMISSION, SOURCES)::contains);
        if (!known || !PERMISSIONS.contains(permission)) {
            throw FORMAT;
        }
        List<String> sources = sources(node.get(SOURCES));
        if (permission.equals(BY_QUEUE) && sources.isEmpty()) {
            throw refused(text, "When you specify the byQueue permission type, you must also specify one or more "
                    + "sourceQueueArns values.");
        }
        if (!permission.equals(BY_QUEUE) && node.has(SOURCES)) {
            throw refused(text, "To specify one or more source queue ARNs, you must set redrivePermission to byQueue.");
        }
        if (sources.size() > MOST) {
            throw refused(text, "The maximum number of source queue ARNs you can specify is 10.");
        }
        return new RedriveAllowPolicy(permission, sources);
    }

    private static AwsError refused(String text, String why) {
        return Errors.invalid(text, NAME, REFUSED + ". " + why);
    }

    private static List<String> sources(JsonNode node) throws AwsError {
        List<String> sources = new ArrayList<>();
        if (node != null && !node.isArray()) {
            throw FORMAT;
        }
        for (JsonNode each : node == null ? List.<JsonNode>of() : node) {
            if (!each.isString()) {
                throw FORMAT;
            }
            sources.add(each.stringValue());
        }
        return List.copyOf(sources);
    }

    static String write(RedriveAllowPolicy policy) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put(PERMISSION, policy.permission());
        if (!policy.sources().isEmpty()) {
            policy.sources().forEach(node.putArray(SOURCES)::add);
        }
        return node.toString();
    }
}
