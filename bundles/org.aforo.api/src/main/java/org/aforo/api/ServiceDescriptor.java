package org.aforo.api;

import java.util.List;

/**
 * Who a service is.
 *
 * @param id          as in its ARNs and the signature's scope: {@code kinesis}, {@code firehose}, {@code s3}
 * @param title       for people, and the same in all languages: {@code Kinesis Data Streams}
 * @param description one sentence
 * @param words       what the kinds, links and buffers of its resources are called, whose names are these texts'
 *                    English ({@code stream}, {@code delivers to}); those that aren't there are shown as they are named
 */
public record ServiceDescriptor(String id, String title, Text description, List<Text> words) {

    public ServiceDescriptor {
        words = List.copyOf(words);
    }

    public ServiceDescriptor(String id, String title, Text description, Text... words) {
        this(id, title, description, List.of(words));
    }

    /** A service that is told of in one language. */
    public ServiceDescriptor(String id, String title, String description) {
        this(id, title, Text.of(description));
    }
}
