package org.aforo.scenario.internal.read;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.consume.Consumers;

/** Reads the consumers. */
final class ConsumerReader {

    private static final Duration SECOND = Duration.ofSeconds(1);

    List<ConsumerSpec> read(List<Section> sections) {
        List<ConsumerSpec> consumers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            section.allow(Keys.CONSUMER);
            String name = section.required("name");
            if (!names.add(name)) {
                section.problem("name", "there is another consumer '" + name + "'");
            }
            boolean pushed = section.word("via", List.of("polling", "fan-out")).equals("fan-out");
            boolean oldest = section.word("start", List.of("oldest", "newest")).equals("oldest");
            Duration every = section.span("every", SECOND);
            if (!every.isPositive()) {
                section.problem("every", "'every' must be above 0");
            }
            consumers.add(new ConsumerSpec(name, source(section), pushed, every, section.span("at", Duration.ZERO),
                    oldest));
        }
        return consumers;
    }

    private static Target source(Section section) {
        String[] parts = section.required("from").split(":", 2);
        if (parts.length != 2 || !Consumers.SERVICES.contains(parts[0]) || parts[1].isEmpty()) {
            section.problem("from", "'from' must be "
                    + String.join(" or ", Consumers.SERVICES.stream().map(service -> service + ":NAME").toList()));
            return new Target(Consumers.SERVICES.getFirst(), "");
        }
        return new Target(parts[0], parts[1]);
    }
}
