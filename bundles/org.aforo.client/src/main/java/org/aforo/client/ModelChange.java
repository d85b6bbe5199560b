package org.aforo.client;

import java.util.List;

/**
 * What one frame of the feed changed; nothing at all where only {@link LiveResource#passing()} did.
 *
 * @param structure whether resources came or went, or the connection's state changed
 */
public record ModelChange(BenchConnection connection, boolean structure, List<LiveResource> added,
        List<LiveResource> removed, List<LiveResource> changed, List<BenchEvent> events) {
}
