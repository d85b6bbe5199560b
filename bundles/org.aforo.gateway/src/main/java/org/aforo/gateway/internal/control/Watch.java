package org.aforo.gateway.internal.control;

import java.util.ArrayList;
import java.util.Arrays;
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
 * holds nothing back, is looked at closely only now and then: {@value #IDLE} of those a look, in turns, so that ten
 * thousand idle shards cost next to nothing. For one thread.
 */
final class Watch {

    private static final int IDLE = 100;

    private final Bench bench;
    private final Guard guard;
    private final Map<String, Seen> all = new LinkedHashMap<>();
    private final Map<Resource, Seen> known = new IdentityHashMap<>();
    private long look;
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

    /** All that there are, as of the last look. */
    List<Shown> all() {
        return all.values().stream().map(seen -> new Shown(seen.service, seen.kind, seen.json)).toList();
    }

    Change look() {
        look++;
        idle = 0;
        int there = 0;
        List<Seen> changed = new ArrayList<>();
        for (IngestionService service : bench.services()) {
            String name = service.getClass().getName();
            String id = guard.ask(name, "descriptor()", () -> service.descriptor().id(), e -> name);
            for (Resource resource : Snapshots.resources(guard, service, id)) {
                there += look(id, resource, changed) ? 1 : 0;
            }
        }
        begin = idle == 0 ? 0 : (begin + IDLE) % idle;
        return new Change(changed, there == all.size() ? List.of() : removed());
    }

    /** Whether it is the first of its ARN in this look. */
    private boolean look(String service, Resource resource, List<Seen> changed) {
        Seen seen = known.get(resource);
        if (seen == null) {
            seen = meet(service, resource);
        }
        if (seen.look == look) {
            return false;
        }
        seen.look = look;
        if (isWorth(seen, resource)) {
            byte[] json = json(seen, resource);
            if (!Arrays.equals(json, seen.json)) {
                seen.json = json;
                changed.add(seen);
            }
        }
        return true;
    }

    private Seen meet(String service, Resource resource) {
        String arn = Snapshots.arn(guard, service, resource);
        Seen seen = all.computeIfAbsent(arn, a -> new Seen(service, a,
                guard.ask(a, "kind()", resource::kind, e -> "resource")));
        if (seen.look != look) {
            known.remove(seen.resource);
            known.put(resource, seen);
        }
        return seen;
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
