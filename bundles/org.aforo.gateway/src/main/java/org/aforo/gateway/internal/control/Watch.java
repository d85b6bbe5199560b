package org.aforo.gateway.internal.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import org.aforo.api.Resource;

/**
 * Looks at all resources again and again, and tells what changed. A resource through which nothing flows, and that
 * holds nothing back, is looked at closely only now and then: {@value #IDLE} of those a look, in turns. Where there are
 * more than {@value #MANY} resources, the idle ones are asked only every third look whether they still are. So ten
 * thousand idle shards cost next to nothing. For one thread.
 */
final class Watch {

    private static final int IDLE = 100;
    private static final int MANY = 1_000;
    private static final int SLICES = 3;

    private final Bench bench;
    private final Guard guard;
    private final Map<String, Seen> all = new LinkedHashMap<>();
    private final Map<Resource, Seen> known = new IdentityHashMap<>();
    private final Map<IngestionService, Rank> ranks = new IdentityHashMap<>();
    private long look;
    private int slices;
    private int there;
    private int idle;
    private int begin;

    Watch(Bench bench, Guard guard) {
        this.bench = bench;
        this.guard = guard;
    }

    /** What changed since the last look. */
    record Change(List<Seen> changed, List<Seen> removed) {
        boolean isNone() {
            return changed.isEmpty() && removed.isEmpty();
        }
    }

    /** One resource as it looks in a frame. */
    record Shown(String service, String kind, byte[] json) {
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
    List<Shown> all() {
        return all.values().stream().map(seen -> new Shown(seen.service, seen.kind, seen.json)).toList();
    }

    Change look() {
        look++;
        slices = all.size() > MANY ? SLICES : 1;
        idle = 0;
        there = 0;
        List<Seen> changed = new ArrayList<>();
        List<IngestionService> services = bench.services();
        ranks.keySet().retainAll(services);
        for (IngestionService service : services) {
            String name = service.getClass().getName();
            String id = guard.ask(name, "descriptor()", () -> service.descriptor().id(), e -> name);
            Rank before = ranks.getOrDefault(service, Rank.NONE);
            ranks.put(service, look(id, before, Snapshots.resources(guard, service, id), changed));
        }
        if (look % slices == 0) {
            begin = idle == 0 ? 0 : (begin + IDLE) % idle;
        }
        return new Change(changed, there == all.size() ? List.of() : removed());
    }

    private Rank look(String service, Rank before, Collection<? extends Resource> now, List<Seen> changed) {
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
        Seen seen = all.computeIfAbsent(arn, a -> new Seen(service, a,
                guard.ask(a, "kind()", resource::kind, e -> "resource")));
        if (seen.look != look) {
            known.remove(seen.resource);
            known.put(resource, seen);
        }
        return seen;
    }

    /** Nothing when one of its ARN was looked at already. */
    private void look(Seen seen, Resource resource, List<Seen> changed) {
        if (seen.look == look) {
            return;
        }
        there++;
        seen.look = look;
        if (isWorth(seen, resource)) {
            byte[] json = json(seen, resource);
            if (!Arrays.equals(json, seen.json)) {
                seen.json = json;
                changed.add(seen);
            }
        }
    }

    private boolean isWorth(Seen seen, Resource resource) {
        if (!guard.ask(seen.arn, "a meter", () -> seen.isStill(resource), e -> false)) {
            return true;
        }
        int turn = idle++ - begin;
        return turn >= 0 && turn < IDLE;
    }

    private byte[] json(Seen seen, Resource resource) {
        return guard.ask(seen.arn, "a getter", () -> seen.look(resource), e -> {
            seen.broke(resource);
            return Json.bytes(gen -> ResourceJson.broken(gen, seen.service, seen.arn, resource, e));
        });
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
