package org.aforo.service.streams.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;

/** Streams and consumers alike, by ARN: their tags and their policies. */
public final class Resources {

    private final Streams streams;

    public Resources(Streams streams) {
        this.streams = streams;
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

    /** Gives a resource more tags, or other values to those it has. */
    public void tag(String arn, Map<String, String> added) throws AwsError {
        StreamName name = stream(arn);
        TagRules.check(added, name);
        change(arn, name, tags -> {
            tags.putAll(added);
            TagRules.checkCount(tags.size(), streams.maxTags(), name);
        });
    }

    /** Takes tags from a resource, those of the keys that it has. */
    public void untag(String arn, Collection<String> keys) throws AwsError {
        change(arn, stream(arn), tags -> tags.keySet().removeAll(Set.copyOf(keys)));
    }

    private void change(String arn, StreamName name, Consumer<Map<String, String>> change) throws AwsError {
        UnaryOperator<Map<String, String>> changed = before -> {
            Map<String, String> tags = new TreeMap<>(before);
            change.accept(tags);
            return tags;
        };
        if (isConsumer(arn)) {
            streams.consumers().update(streams.consumers().find(null, null, arn),
                    meta -> meta.withTags(changed.apply(meta.tags())));
        } else {
            streams.update(name, meta -> meta.withTags(changed.apply(meta.tags())));
        }
    }

    /** The policy of a resource that exists; empty when it has none. */
    public String policy(String arn) throws AwsError {
        tags(arn);
        return streams.policies().get(arn);
    }

    /** Sets or (with null) removes the policy of a resource that exists. */
    public void policy(String arn, String document) throws AwsError {
        tags(arn);
        streams.active(stream(arn));
        if (document == null) {
            streams.policies().remove(arn);
        } else {
            streams.policies().put(arn, document);
        }
    }
}
