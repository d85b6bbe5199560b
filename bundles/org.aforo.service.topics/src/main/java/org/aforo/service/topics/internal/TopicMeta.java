package org.aforo.service.topics.internal;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

import org.aforo.api.Arn;

/**
 * A topic as it is kept.
 *
 * @param attributes those that were set, by AWS's names
 */
public record TopicMeta(String account, String region, String name, Instant created, Map<String, String> attributes,
        Map<String, String> tags) {

    /** The attribute that says how large a message may be. */
    public static final String MESSAGE_BYTES = "MaximumMessageSize";

    private static final int PART = 128;

    /** Unique in the bench, and sorted by name within account and region. */
    static String key(String account, String region, String name) {
        return account + '/' + region + '/' + name;
    }

    String key() {
        return key(account, region, name);
    }

    /** The ARN. */
    public Arn arn() {
        return Arn.of("sns", region, account, name);
    }

    /** Where its messages are: a name of 256 characters is too long for a folder. */
    String logName() {
        StringBuilder log = new StringBuilder("sns/" + account + '/' + region + "/topics/");
        int from = 0;
        for (; name.length() - from > PART; from += PART) {
            log.append(name, from, from + PART).append('/');
        }
        return log.append(name, from, name.length()).append(".log").toString();
    }

    /** Whether it keeps order. */
    public boolean fifo() {
        return is("FifoTopic");
    }

    /** Whether a message without an id of its own is told by its content. */
    public boolean contentBased() {
        return is("ContentBasedDeduplication");
    }

    /** Whether ids are apart group by group. */
    boolean deduplicatesByGroup() {
        return "MessageGroup".equals(attributes.get("FifoThroughputScope"));
    }

    /** How large a message may be, if it was said. */
    public OptionalLong messageBytes() {
        String bytes = attributes.get(MESSAGE_BYTES);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(bytes));
    }

    /** {@code 1} or {@code 2}. */
    public String signatureVersion() {
        return attributes.getOrDefault("SignatureVersion", "1");
    }

    private boolean is(String attribute) {
        return "true".equalsIgnoreCase(attributes.get(attribute));
    }

    /** The same with an attribute set, or gone when {@code value} is null or empty. */
    public TopicMeta with(String attribute, String value) {
        Map<String, String> all = new TreeMap<>(attributes);
        if (value == null || value.isEmpty()) {
            all.remove(attribute);
        } else {
            all.put(attribute, value);
        }
        return new TopicMeta(account, region, name, created, all, tags);
    }

    /** The same with other tags. */
    public TopicMeta withTags(Map<String, String> now) {
        return new TopicMeta(account, region, name, created, attributes, now);
    }
}
