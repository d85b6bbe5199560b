package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.Scenario.Way;
import org.aforo.scenario.internal.consume.Consumers;
import org.aforo.scenario.internal.wire.Batch;

/** Reads the consumers. */
final class ConsumerReader {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int MOST_WORKERS = 1000;
    /** What only a consumer of a stream has. */
    private static final List<String> STREAM = List.of("via", "every", "start");
    /** What only a consumer of a queue has. */
    private static final List<String> QUEUE = List.of("workers", "work", "to", "fails");

    List<ConsumerSpec> read(List<Section> sections) {
        List<ConsumerSpec> consumers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            section.allow(Keys.CONSUMER);
            String name = section.required("name");
            if (!names.add(name)) {
                section.problem("name", "there is another consumer '" + name + "'");
            }
            Target from = Targets.read(section, "from", Consumers.SERVICES);
            consumers.add(new ConsumerSpec(name, from, section.span("at", Duration.ZERO), section.text("since", ""),
                    way(section, from)));
        }
        return consumers;
    }

    private static Way way(Section section, Target from) {
        if (section.has("command")) {
            misfit(section, "a program", STREAM, QUEUE, List.of("since"));
            return new Way.Program(section.texts("command"), section.texts("needs"));
        }
        return from.service().equals("sqs") ? work(section) : shards(section);
    }

    private static Way shards(Section section) {
        misfit(section, "a stream's consumer", QUEUE, List.of("needs"));
        boolean oldest = section.word("start", List.of("oldest", "newest")).equals("oldest");
        if (section.word("via", List.of("polling", "fan-out")).equals("fan-out")) {
            return new Way.Push(oldest);
        }
        Duration every = section.span("every", SECOND);
        if (!every.isPositive()) {
            section.problem("every", "'every' must be above 0");
        }
        return new Way.Poll(every, oldest);
    }

    private static Way work(Section section) {
        misfit(section, "a queue's consumer", STREAM, List.of("needs"));
        long workers = section.whole("workers", 1L);
        if (workers < 1 || workers > MOST_WORKERS) {
            section.problem("workers", "'workers' must be from 1 to " + MOST_WORKERS);
        }
        Target to = section.has("to") ? Targets.read(section, "to", Batch.SERVICES) : null;
        Section fails = section.has("fails") ? section.section("fails").allow(Keys.FAILS) : null;
        return new Way.Work((int) Math.clamp(workers, 1, MOST_WORKERS), section.span("work", Duration.ZERO), to,
                fails == null ? "" : fails.required("on"), fails == null ? null : fails.span("until", null));
    }

    @SafeVarargs
    private static void misfit(Section section, String what, List<String>... keys) {
        Stream.of(keys).flatMap(List::stream).filter(section::has)
                .forEach(key -> section.problem(key, what + " has no '" + key + "'"));
    }
}
