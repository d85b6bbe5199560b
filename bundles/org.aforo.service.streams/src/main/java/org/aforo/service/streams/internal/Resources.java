package org.aforo.service.streams.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore.MetaMap;

/** Streams and consumers alike, by ARN: their tags and their policies. */
public final class Resources {

    /** What is kept of a resource's policy. */
    record Policy(String document) {
    }

    private final Streams streams;
    private final MetaMap<Policy> policies;

    public Resources(Streams streams) {
        this.streams = streams;
        this.policies = streams.bench().metadata().map("kinesis.policies", Policy.class);
    }

    private static boolean isConsumer(String arn) {
        return arn.contains("/consumer/");
    }

    private StreamName stream(String arn) throws AwsError {
        return streams.find(StreamName.of(Arn.parse(StreamName.ofConsumer(arn)))).fullName();
    }

    /** The tags of a resource. */
    public Map<String, String> tags(String arn) throws AwsError {
        Map<String, String> tags = isConsumer(arn) ? streams.consumers().find(null, null, arn).meta().tags()
                : streams.find(stream(arn)).meta().tags();
        return new TreeMap<>(tags);
    }

    /** Changes the tags of a resource. */
    public void tag(String arn, UnaryOperator<Map<String, String>> change) throws AwsError {
        StreamName name = stream(arn);
        UnaryOperator<Map<String, String>> checked = tags -> {
            Map<String, String> changed = change.apply(new TreeMap<>(tags));
            TagRules.checkCount(changed.size(), streams.maxTags(), name);
            return changed;
        };
        if (isConsumer(arn)) {
            Consumer consumer = streams.consumers().find(null, null, arn);
            streams.consumers().update(consumer, meta -> meta.withTags(checked.apply(meta.tags())));
        } else {
            streams.update(name, meta -> meta.withTags(checked.apply(meta.tags())));
        }
    }

    /** The policy of a resource that exists; empty when it has none. */
    public String policy(String arn) throws AwsError {
        tags(arn);
        return policies.get(arn).map(Policy::document).orElse("");
    }

    /** Sets or (with null) removes the policy of a resource that exists. */
    public void policy(String arn, String document) throws AwsError {
        tags(arn);
        streams.active(stream(arn));
        if (document == null) {
            policies.remove(arn);
        } else {
            policies.put(arn, new Policy(document));
        }
    }
}
