package org.aforo.service.topics.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a topic or a subscription has to show, in the console's order. */
final class Attributes {

    private Attributes() {
    }

    static Map<String, String> of(SubscriptionMeta meta, long filtered, long retries, long failed,
            Optional<Courier.Trouble> trouble) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("protocol", meta.protocol());
        all.put("endpoint", meta.endpoint());
        all.put("raw delivery", meta.raw() ? "on" : "off");
        all.put("filter policy", meta.attributes().getOrDefault("FilterPolicy", "none"));
        all.put("filter policy scope", meta.attributes().getOrDefault("FilterPolicyScope", "MessageAttributes"));
        all.put("redrive policy", meta.attributes().getOrDefault("RedrivePolicy", "none"));
        all.put("filtered out", Long.toString(filtered));
        all.put("retries", Long.toString(retries));
        all.put("failed", Long.toString(failed));
        all.put("owner", meta.owner());
        all.put("created", meta.created().toString());
        all.put("delivery", trouble.map(Attributes::text).orElse("in order"));
        return all;
    }

    private static String text(Courier.Trouble trouble) {
        return "failing since " + trouble.since() + " (" + trouble.code() + ": " + trouble.message() + "), next at "
                + trouble.retry();
    }

    static Map<String, String> of(TopicMeta meta, long confirmed, long pending) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("type", meta.fifo() ? "FIFO" : "standard");
        if (meta.fifo()) {
            all.put("content-based deduplication", meta.contentBased() ? "on" : "off");
            all.put("throughput scope", meta.deduplicatesByGroup() ? "MessageGroup" : "Topic");
        }
        all.put("display name", meta.attributes().getOrDefault("DisplayName", "none"));
        all.put("subscriptions", Long.toString(confirmed));
        all.put("pending subscriptions", Long.toString(pending));
        meta.messageBytes().ifPresent(bytes -> all.put("maximum message size", bytes + " bytes"));
        all.put("signature version", meta.signatureVersion());
        meta.tags().forEach((key, value) -> all.put("tag " + key, value));
        all.put("created", meta.created().toString());
        return all;
    }
}
