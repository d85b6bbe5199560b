package org.aforo.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.flow.BufferState;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.produce.Producer;

/** The lines that show how a run stands. */
final class Live {

    private static final int BAR = 20;

    private final Bench bench;
    private final Scenario scenario;
    private final Sampler sampler;
    private final List<Producer> producers;
    private final List<Consumer> consumers;

    Live(Bench bench, Scenario scenario, Sampler sampler, List<Producer> producers,
            List<Consumer> consumers) {
        this.bench = bench;
        this.scenario = scenario;
        this.sampler = sampler;
        this.producers = producers;
        this.consumers = consumers;
    }

    List<String> lines(String phase) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s of %s at x%s, %s", clock((long) sampler.seconds()),
                clock(scenario.span().toSeconds()), Double.toString(scenario.clock()).replaceAll("\\.0$", ""), phase));
        lines.add("  sent      " + producers.stream().filter(p -> p.skipped().isEmpty())
                .map(p -> p.name() + " " + String.format(Locale.ROOT, "%,d", p.sent().records()))
                .collect(Collectors.joining("   ")));
        if (!consumers.isEmpty()) {
            lines.add("  received  " + consumers.stream()
                    .map(c -> c.name() + " " + String.format(Locale.ROOT, "%,d", c.received().records()))
                    .collect(Collectors.joining("   ")));
        }
        for (Resource resource : sampler.resources()) {
            Sampler.flushing(resource).ifPresent(buffer -> lines.add(line(resource, buffer)));
        }
        return lines;
    }

    private String line(Resource resource, BufferState buffer) {
        String bar = bar(buffer.bytes(), buffer.maxBytes());
        String next = buffer.flushAt().map(at -> "flush in "
                + clock(Math.max(0, Duration.between(bench.clock().now(), at).toSeconds()))).orElse("empty");
        String last = buffer.last().map(flush -> "   last " + flush.reason() + " " + mebibytes(flush.bytes()) + " MiB")
                .orElse("");
        long flushes = bench.events().since(0).stream()
                .filter(e -> e.type().equals("flush") && e.resource().equals(resource.arn().toString())).count();
        return String.format(Locale.ROOT, "  %-9s %s %s/%s MiB   %-14s   landed %d%s", resource.name(), bar,
                mebibytes(buffer.bytes()), mebibytes(buffer.maxBytes()), next, flushes, last);
    }

    private static String bar(long value, long of) {
        int full = (int) Math.min(BAR, Math.round((double) value / of * BAR));
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / 1048576.0);
    }

    static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
