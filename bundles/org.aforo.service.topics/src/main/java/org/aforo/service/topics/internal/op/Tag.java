package org.aforo.service.topics.internal.op;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;
import org.aforo.service.topics.internal.Limits;

/** As in the model. */
public record Tag(String key, String value) {

    /**
     * Tags with others added to them.
     *
     * @throws AwsError {@code InvalidParameter}, {@code TagLimitExceeded}
     */
    static Map<String, String> added(Map<String, String> to, List<Tag> tags, Limits limits) {
        List<Tag> given = tags == null ? List.of() : tags;
        if (given.stream().map(Tag::key).distinct().count() < given.size()) {
            throw Errors.parameter("Duplicated keys are not allowed.");
        }
        Map<String, String> all = new TreeMap<>(to);
        for (Tag tag : given) {
            if (tag.key.startsWith("aws:")) {
                throw Errors.parameter("Tags Reason: aws: prefixed tag key names are not allowed for external use");
            }
            all.put(tag.key, tag.value);
        }
        if (all.size() > limits.tags.getAsLong()) {
            throw Errors.tooManyTags();
        }
        return all;
    }
}
