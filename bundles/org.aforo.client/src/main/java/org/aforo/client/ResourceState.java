package org.aforo.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource as the bench last told of it.
 *
 * @param kind       as {@code stream}, {@code shard}, {@code delivery-stream}, {@code bucket}
 * @param parent     ARN of what it is part of
 * @param attributes in display order
 */
public record ResourceState(String arn, String service, String kind, String name, Optional<String> parent,
        String state, Map<String, String> attributes, Flow in, Flow out, List<BufferView> buffers, List<Link> links) {

    /** A way its data takes: to the resource of this ARN, which may not exist. */
    public record Link(String to, String label) {
    }
}
