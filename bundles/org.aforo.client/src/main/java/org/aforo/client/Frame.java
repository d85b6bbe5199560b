package org.aforo.client;

import java.util.List;

/** What the feed told at once; a snapshot tells all resources, otherwise those that changed. */
record Frame(boolean snapshot, ClockState clock, List<ResourceState> resources, List<String> removed,
        List<BenchEvent> events) {
}
