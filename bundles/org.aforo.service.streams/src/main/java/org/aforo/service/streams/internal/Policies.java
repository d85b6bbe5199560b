package org.aforo.service.streams.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.access.AccessPolicies;
import org.aforo.api.access.AccessPolicy;
import org.aforo.api.access.InvalidPolicyException;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * The policies of streams and consumers, by ARN. They go with what they are for. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</a>
 */
final class Policies {

    /** What is kept of a policy. */
    record Policy(String document) {
    }

    private final AccessPolicies reader;
    private final MetaMap<Policy> stored;
    private final Map<String, AccessPolicy> inForce = new ConcurrentHashMap<>();

    Policies(Bench bench) {
        reader = bench.policies();
        stored = bench.metadata().map("kinesis.policies", Policy.class);
        stored.all().forEach((arn, policy) -> {
            AccessPolicy read = reader.kept(Arn.parse(arn), policy.document());
            if (read != null) {
                inForce.put(arn, read);
            }
        });
    }

    /** Whether nothing has one. */
    boolean isEmpty() {
        return inForce.isEmpty();
    }

    /** A resource's; null when it has none. */
    AccessPolicy of(String arn) {
        return inForce.get(arn);
    }

    /** A resource's as it was set; empty when it has none. */
    String get(String arn) {
        return stored.get(arn).map(Policy::document).orElse("");
    }

    /** Sets a resource's. */
    void put(String arn, String document) throws AwsError {
        try {
            AccessPolicy read = reader.parse(document);
            stored.put(arn, new Policy(document));
            inForce.put(arn, read);
        } catch (InvalidPolicyException e) {
            throw Errors.invalid("The policy of " + arn + " is not valid.");
        }
    }

    void remove(String arn) {
        stored.remove(arn);
        inForce.remove(arn);
    }

    void reset() {
        stored.clear();
        inForce.clear();
    }
}
