package org.aforo.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of a connection and what is part of what. Lists are made once for each change of the structure, not
 * for each look. For any number of threads.
 */
final class Structure {

    /** What a frame changed. */
    record Changes(List<LiveResource> added, List<LiveResource> removed, List<LiveResource> changed) {
    }

    private static final String NO_PARENT = "";

    /** Those of one parent. */
    private static final class Siblings {
        final Map<String, LiveResource> all = new LinkedHashMap<>();
        List<LiveResource> list;

        List<LiveResource> list() {
            if (list == null) {
                list = List.copyOf(all.values());
            }
            return list;
        }
    }

    private record Departed(LiveResource resource, long millis) {
    }

    private final BenchConnection connection;
    private final Siblings everything = new Siblings();
    private final Map<String, Siblings> children = new HashMap<>();
    /** Oldest first; one that comes back is the same again, so that a chart of it goes on. */
    private final Map<String, Departed> departed = new LinkedHashMap<>();

    Structure(BenchConnection connection) {
        this.connection = connection;
    }

    synchronized Changes apply(Frame frame, long millis) {
        List<LiveResource> added = new ArrayList<>();
        List<LiveResource> changed = new ArrayList<>();
        Map<String, LiveResource> left = frame.snapshot() ? new LinkedHashMap<>(everything.all) : new LinkedHashMap<>();
        for (ResourceState told : frame.resources()) {
            left.remove(told.arn());
            LiveResource known = everything.all.get(told.arn());
            if (known == null) {
                added.add(add(told));
            } else {
                move(known, told);
                changed.add(known);
            }
        }
        for (String arn : frame.removed()) {
            LiveResource known = everything.all.get(arn);
            if (known != null) {
                left.put(arn, known);
            }
        }
        left.values().forEach(resource -> remove(resource, millis));
        departed.values().removeIf(gone -> gone.millis() < millis - SampledHistory.KEPT);
        return new Changes(List.copyOf(added), List.copyOf(left.values()), List.copyOf(changed));
    }

    private LiveResource add(ResourceState told) {
        Departed before = departed.remove(told.arn());
        LiveResource resource = before == null ? new LiveResource(connection, told) : before.resource();
        resource.update(told);
        put(everything, resource);
        put(siblings(told), resource);
        return resource;
    }

    private void move(LiveResource known, ResourceState told) {
        Optional<String> before = known.state().parent();
        if (!before.equals(told.parent())) {
            take(siblings(known.state()), known);
            put(siblings(told), known);
        }
        known.update(told);
    }

    private void remove(LiveResource resource, long millis) {
        resource.remove();
        take(everything, resource);
        Siblings siblings = siblings(resource.state());
        take(siblings, resource);
        if (siblings.all.isEmpty()) {
            children.remove(resource.state().parent().orElse(NO_PARENT));
        }
        departed.put(resource.arn(), new Departed(resource, millis));
    }

    private Siblings siblings(ResourceState state) {
        return children.computeIfAbsent(state.parent().orElse(NO_PARENT), parent -> new Siblings());
    }

    private static void put(Siblings siblings, LiveResource resource) {
        siblings.all.put(resource.arn(), resource);
        siblings.list = null;
    }

    private static void take(Siblings siblings, LiveResource resource) {
        siblings.all.remove(resource.arn());
        siblings.list = null;
    }

    synchronized List<LiveResource> roots() {
        return childrenOf(NO_PARENT);
    }

    synchronized List<LiveResource> children(LiveResource resource) {
        return childrenOf(resource.arn());
    }

    private List<LiveResource> childrenOf(String arn) {
        Siblings found = children.get(arn);
        return found == null ? List.of() : found.list();
    }

    synchronized Collection<LiveResource> all() {
        return everything.list();
    }

    /** What was told of a resource last; null where there is none. */
    synchronized ResourceState known(String arn) {
        LiveResource resource = everything.all.get(arn);
        return resource == null ? null : resource.state();
    }

    synchronized Optional<LiveResource> find(String arn) {
        return Optional.ofNullable(everything.all.get(arn));
    }
}
