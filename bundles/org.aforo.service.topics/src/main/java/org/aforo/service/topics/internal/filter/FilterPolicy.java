package org.aforo.service.topics.internal.filter;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Json;
import org.aforo.service.topics.internal.message.MessageAttribute;

/**
 * Which messages a subscription wants, by their attributes or by their text.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html">Filter policies</a>
 */
public record FilterPolicy(Fields fields, boolean body) {

    /** The attribute's value for policies about the text. */
    public static final String BODY = "MessageBody";
    /** The attribute's value for policies about attributes. */
    public static final String ATTRIBUTES = "MessageAttributes";

    private static final int KEYS = 5;
    private static final int COMBINATIONS = 150;
    private static final int BYTES = 256 * 1024;

    /** What becomes of a message, as CloudWatch tells it. */
    public enum Verdict {
        /** It is delivered. */
        PASSES,
        /** Its attributes don't fit. */
        ATTRIBUTES_DIFFER,
        /** It has no attributes. */
        NO_ATTRIBUTES,
        /** A list among its attributes isn't one. */
        INVALID_ATTRIBUTES,
        /** Its text doesn't fit. */
        BODY_DIFFERS,
        /** Its text isn't a JSON object. */
        INVALID_BODY
    }

    /**
     * Reads a policy.
     *
     * @param prefix what AWS's message begins with, after "Invalid parameter: "
     * @return null for an empty one, which asks for nothing
     * @throws AwsError {@code InvalidParameter} in AWS's words
     */
    public static FilterPolicy of(String json, boolean body, String prefix) {
        if (json == null || json.isBlank()) {
            return null;
        }
        String named = prefix + "FilterPolicy: ";
        if (json.getBytes(StandardCharsets.UTF_8).length > BYTES) {
            throw Errors.parameter(named + "Filter policy can not be larger than " + BYTES + " bytes");
        }
        Json.read(json, prefix + "FilterPolicy");
        Fields fields = new FilterCompiler(json, named).compile();
        if (fields.names().isEmpty() && fields.ors().isEmpty()) {
            return null;
        }
        if (fields.names().size() + fields.ors().size() > KEYS) {
            throw Errors.parameter(named + "Filter policy can not have more than 5 keys");
        }
        if (!body && fields.nested()) {
            throw Errors.parameter(prefix + "Filter policy scope MessageAttributes does not support nested filter "
                    + "policy");
        }
        if (fields.combinations(1, 1) > COMBINATIONS) {
            throw Errors.parameter(named + "Filter policy is too complex");
        }
        return new FilterPolicy(body ? DottedNames.expanded(fields) : fields, body);
    }

    /** What becomes of a message. */
    public Verdict judge(String text, Map<String, MessageAttribute> attributes) {
        return body ? judge(text) : judge(attributes);
    }

    private Verdict judge(String text) {
        BodySource source = BodySource.of(text);
        if (source == null) {
            return Verdict.INVALID_BODY;
        }
        return fields.fit(source) ? Verdict.PASSES : Verdict.BODY_DIFFERS;
    }

    private Verdict judge(Map<String, MessageAttribute> attributes) {
        AttributeSource source = AttributeSource.of(attributes);
        if (source == null) {
            return Verdict.INVALID_ATTRIBUTES;
        }
        if (fields.fit(source)) {
            return Verdict.PASSES;
        }
        return attributes.isEmpty() ? Verdict.NO_ATTRIBUTES : Verdict.ATTRIBUTES_DIFFER;
    }
}
