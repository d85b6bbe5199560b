package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.MetadataStore.MetaMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The policies of streams and consumers, by ARN: kept and given back. They go with what they are for.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
 */
final class Policies {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /** What is kept of a policy. */
    record Policy(String document) {
    }

    private final MetaMap<Policy> stored;

    Policies(MetadataStore metadata) {
        stored = metadata.map("kinesis.policies", Policy.class);
    }

    /** A resource's; empty when it has none. */
    String get(String arn) {
        return stored.get(arn).map(Policy::document).orElse("");
    }

    /** Sets a resource's. */
    void put(String arn, String document) throws AwsError {
        if (!isPolicy(document)) {
            throw Errors.invalid("The policy of " + arn + " is not valid.");
        }
        stored.put(arn, new Policy(document));
    }

    /** Whether it is an object with a statement at least, each of which names its effect, a principal and actions. */
    private static boolean isPolicy(String document) {
        try {
            JsonNode statement = JSON.readTree(document).path("Statement");
            if (statement.isObject()) {
                return isStatement(statement);
            }
            return statement.isArray() && !statement.isEmpty()
                    && statement.valueStream().allMatch(Policies::isStatement);
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isStatement(JsonNode statement) {
        return statement.path("Effect").asString("").matches("Allow|Deny")
                && (statement.has("Principal") || statement.has("NotPrincipal"))
                && (statement.has("Action") || statement.has("NotAction"));
    }

    void remove(String arn) {
        stored.remove(arn);
    }

    void reset() {
        stored.clear();
    }
}
