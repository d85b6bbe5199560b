package org.aforo.scenario.internal.consume;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which shards may be read: one whose parents were read to their end, so that each key's records keep their order over
 * splits and merges. Safe for many threads.
 */
final class Lineage {

    /** A shard and those it came from. */
    record Kin(String id, List<String> parents) {
    }

    private final Map<String, List<String>> parents = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> ended = new HashSet<>();

    /**
     * @param listed all there are
     * @param oldest whether to begin with the eldest, not with those that have no children
     */
    Lineage(List<Kin> listed, boolean oldest) {
        listed.forEach(kin -> parents.put(kin.id(), kin.parents()));
        if (!oldest) {
            parents.values().forEach(ended::addAll);
            ended.retainAll(parents.keySet());
            begun.addAll(ended);
        }
    }

    /** Those that can be begun now; each is given once. */
    synchronized List<String> ready() {
        List<String> ready = new ArrayList<>();
        parents.forEach((id, from) -> {
            if (from.stream().allMatch(parent -> ended.contains(parent) || !parents.containsKey(parent))
                    && begun.add(id)) {
                ready.add(id);
            }
        });
        return ready;
    }

    /** A shard was read to its end, and has these children. */
    synchronized void ended(String shard, List<Kin> children) {
        ended.add(shard);
        children.forEach(child -> parents.putIfAbsent(child.id(), child.parents()));
    }
}
