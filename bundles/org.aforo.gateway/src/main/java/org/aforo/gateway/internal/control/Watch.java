package org.aforo.gateway.internal.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;

/**
 * Looks at all resources again and again, and tells what changed. What resources tell beside their figures is asked for
 * once a second each, at different looks. Where there are more than {@value #MANY} resources, those through which
 * nothing flows are passed over in two looks of three. So ten thousand idle shards cost next to nothing. For one
 * thread.
 */
final class Watch {

    private static final int MANY = 1_000;
    private static final int SLICES = 3;
    /** Looks that are farther apart pass over none. */
    private static final long SOON = 300_000_000;
    /** Different moments within a round at which resources are looked at closely. */
    private static final int PHASES = 16;

    private final Bench bench;
    private final Guard guard;
    private final LongSupplier time;
    private final Map<String, Seen> all = new LinkedHashMap<>();
    private final Map<Resource, Seen> known = new IdentityHashMap<>();
    private final Map<IngestionService, Rank> ranks = new IdentityHashMap<>();
    private long look;
    private long nanos;
    private int slices;
    private int there;
    private int met;

    /** @param time real nanoseconds */
    Watch(Bench bench, Guard guard, LongSupplier time) {
        this.bench = bench;
        this.guard = guard;
        this.time = time;
    }

    /** What changed since the last look. */
    record Change(List<Step> changed, List<Seen> removed) {
        boolean isNone() {
            return changed.isEmpty() && removed.isEmpty();
        }
    }

    /** A service's resources in their order, so that those that are passed over needn't even be touched. */
    private record Rank(Resource[] resources, Seen[] seen, boolean[] quiet) {

        static final Rank NONE = new Rank(new Resource[0], new Seen[0], new boolean[0]);

        /** What was seen at a place; null when another resource is there now. */
        Seen at(int place, Resource resource) {
            return place < resources.length && resources[place] == resource ? seen[place] : null;
        }
    }

    /** All that there are, as of the last look. */
    List<Step> all() {
        return all.values().stream().map(seen -> new Step(seen, null, seen.now, null)).toList();
    }

    Change look() {
        long last = nanos;
        nanos = time.getAsLong();
        slices = look > 0 && all.size() > MANY && nanos - last <= SOON ? SLICES : 1;
        look++;
        there = 0;
        List<Step> changed = new ArrayList<>();
        List<IngestionService> services = bench.services();
        ranks.keySet().retainAll(services);
        for (IngestionService service : services) {
            String name = service.getClass().getName();
            String id = guard.ask(name, "descriptor()", () -> service.descriptor().id(), e -> name);
            Rank before = ranks.getOrDefault(service, Rank.NONE);
            ranks.put(service, look(id, before, Snapshots.resources(guard, service, id), changed));
        }
        return new Change(changed, there == all.size() ? List.of() : removed());
    }

    private Rank look(String service, Rank before, Collection<? extends Resource> now, List<Step> changed) {
        Resource[] resources = now.toArray(Resource[]::new);
        Seen[] seen = new Seen[resources.length];
        boolean[] quiet = new boolean[resources.length];
        for (int i = 0; i < resources.length; i++) {
            Seen last = before.at(i, resources[i]);
            if (last != null && before.quiet[i] && i % slices != look % slices) {
                there++;
                seen[i] = last;
                quiet[i] = true;
            } else {
                seen[i] = last == null ? meet(service, resources[i]) : last;
                look(seen[i], resources[i], changed);
                quiet[i] = seen[i].isQuiet();
            }
        }
        return new Rank(resources, seen, quiet);
    }

    private Seen meet(String service, Resource resource) {
        Seen before = known.get(resource);
        if (before != null) {
            return before;
        }
        String arn = Snapshots.arn(guard, service, resource);
        Seen seen = all.computeIfAbsent(arn, a -> new Seen(service, a, Snapshots.kind(guard, a, resource),
                nanos + Seen.ROUND * (++met % PHASES + 1) / PHASES));
        if (seen.look != look) {
            known.remove(seen.resource);
            known.put(resource, seen);
        }
        return seen;
    }

    /** Nothing when one of its ARN was looked at already. */
    private void look(Seen seen, Resource resource, List<Step> changed) {
        if (seen.look == look) {
            return;
        }
        there++;
        seen.look = look;
        Look before = seen.now;
        Look now = guard.ask(seen.arn, "a getter", () -> seen.look(resource, nanos), e -> {
            seen.broke(resource);
            return Look.broken(seen.arn, resource, e);
        });
        if (!now.equals(before)) {
            seen.now = now;
            changed.add(Step.of(seen, before, now));
        }
    }

    private List<Seen> removed() {
        for (Rank rank : ranks.values()) {
            for (Seen seen : rank.seen) {
                seen.look = look;
            }
        }
        List<Seen> removed = new ArrayList<>();
        for (Iterator<Seen> each = all.values().iterator(); each.hasNext();) {
            Seen seen = each.next();
            if (seen.look != look) {
                each.remove();
                known.remove(seen.resource);
                removed.add(seen);
            }
        }
        return removed;
    }
}
