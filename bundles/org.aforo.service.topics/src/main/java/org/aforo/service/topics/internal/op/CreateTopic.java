package org.aforo.service.topics.internal.op;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Topic;
import org.aforo.service.topics.internal.TopicMeta;
import org.aforo.service.topics.internal.Topics;

/** Makes a topic, or finds the one that is there and alike. */
public record CreateTopic(Topics topics) {

    private static final Pattern STANDARD = Pattern.compile("[a-zA-Z0-9_-]{1,256}");
    private static final Pattern FIFO = Pattern.compile("[a-zA-Z0-9_-]{1,251}\\.fifo");
    private static final String FIFO_TOPIC = "FifoTopic";

    /** As in the model. */
    public record Input(String name, Map<String, String> attributes, List<Tag> tags, String dataProtectionPolicy) {
    }

    /** As in the model. */
    public record Output(String topicArn) {
    }

    public Output handle(Input in, Call call) throws AwsError {
        if (in.dataProtectionPolicy != null) {
            throw Errors.parameter("DataProtectionPolicy Reason: data protection policies are not supported by Aforo");
        }
        Map<String, String> attributes = attributes(in);
        boolean fifo = attributes.containsKey(FIFO_TOPIC);
        checkName(in.name, fifo);
        TopicMeta meta = new TopicMeta(call.account(), call.region(), in.name, topics.bench().clock().now(),
                attributes, Tag.added(Map.of(), in.tags, topics.limits()));
        synchronized (topics) {
            Optional<Topic> there = topics.find(meta.arn());
            there.ifPresent(topic -> checkAlike(topic.meta(), in, attributes));
            return new Output(there.orElseGet(() -> topics.create(meta)).arn().toString());
        }
    }

    private Map<String, String> attributes(Input in) {
        Map<String, String> attributes = new TreeMap<>();
        Map<String, String> given = in.attributes == null ? Map.of() : in.attributes;
        boolean fifo = fifo(given.get(FIFO_TOPIC));
        given.forEach((name, value) -> {
            if (!name.equals(FIFO_TOPIC)) {
                TopicAttributes.CREATE.check(name, value, fifo, topics.bench().policies());
                if (value != null && !value.isEmpty()) {
                    attributes.put(name, value);
                }
            }
        });
        if (fifo) {
            attributes.put(FIFO_TOPIC, "true");
            attributes.putIfAbsent("ContentBasedDeduplication", "false");
        }
        return attributes;
    }

    private static boolean fifo(String value) {
        if (value == null || value.equalsIgnoreCase("false")) {
            return false;
        }
        if (value.equalsIgnoreCase("true")) {
            return true;
        }
        throw Errors.parameter("Attributes Reason: FifoTopic: Invalid value [" + value + "]. Must be true or false.");
    }

    private static void checkName(String name, boolean fifo) {
        if (fifo && !FIFO.matcher(name).matches()) {
            throw Errors.plain("Fifo Topic names must end with .fifo and must be made up of only uppercase and "
                    + "lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 "
                    + "characters long.");
        }
        if (!fifo && !STANDARD.matcher(name).matches()) {
            throw Errors.parameter("Topic Name");
        }
    }

    private static void checkAlike(TopicMeta there, Input in, Map<String, String> attributes) {
        if (!there.attributes().entrySet().containsAll(attributes.entrySet())) {
            throw Errors.parameter("Attributes Reason: Topic already exists with different attributes");
        }
        for (Tag tag : in.tags == null ? List.<Tag>of() : in.tags) {
            if (!tag.value().equals(there.tags().get(tag.key()))) {
                throw Errors.parameter("Tags Reason: Topic already exists with different tags");
            }
        }
    }
}
