package org.aforo.service.firehose.internal.op;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.service.firehose.internal.Errors;
import org.aforo.service.firehose.internal.Limits;
import org.aforo.service.firehose.internal.op.Shapes.Tag;

/** Tags as they are kept: by key, sorted. */
final class Tags {

    private Tags() {
    }

    /** The tags with more added, or replaced where the key is there. */
    static Map<String, String> added(Map<String, String> tags, List<Tag> more) {
        Map<String, String> all = new TreeMap<>(tags);
        for (Tag tag : more) {
            all.put(tag.key(), tag.value() == null ? "" : tag.value());
        }
        if (all.size() > Limits.TAGS) {
            throw Errors.tooManyTags(Limits.TAGS);
        }
        return all;
    }

    /** The tags without some. */
    static Map<String, String> without(Map<String, String> tags, List<String> keys) {
        Map<String, String> rest = new TreeMap<>(tags);
        rest.keySet().removeAll(keys);
        return rest;
    }
}
