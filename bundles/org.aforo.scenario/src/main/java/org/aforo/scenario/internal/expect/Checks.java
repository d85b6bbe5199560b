package org.aforo.scenario.internal.expect;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aforo.api.Bench;
import org.aforo.api.Events.Event;
import org.aforo.api.Resource;
import org.aforo.api.meter.Meter;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Check.Result;
import org.aforo.scenario.Progress;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.internal.produce.Producer;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.S3Reader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a scenario's expectations, and that its producers did their work. */
public final class Checks {

    private final Bench bench;
    private final AwsClient client;
    private final List<Producer> producers;
    private final List<Event> events;

    /** What a check found: a problem, or none, and something to show. */
    private record Finding(String problem, String detail) {
    }

    public Checks(Bench bench, AwsClient client, List<Producer> producers, List<Event> events) {
        this.bench = bench;
        this.client = client;
        this.producers = producers;
        this.events = events;
    }

    /** Does all checks, telling of each as it is done. */
    public List<Check> all(Scenario scenario, Progress progress) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        for (Producer producer : producers) {
            checks.add(check(producer));
            progress.checked(title(producer.name()), checks.getLast());
        }
        for (Expectation expectation : scenario.expectations()) {
            checks.add(check(expectation));
            progress.checked(title(expectation, UnaryOperator.identity()), checks.getLast());
        }
        return checks;
    }

    /** What is checked, in order. */
    public static List<String> titles(Scenario scenario) {
        return Stream.concat(scenario.producers().stream().map(producer -> title(producer.name())),
                scenario.expectations().stream().map(each -> title(each, UnaryOperator.identity()))).toList();
    }

    private static String title(String producer) {
        return "producer " + producer + " sends";
    }

    private static Check check(Producer producer) {
        String title = title(producer.name());
        if (!producer.skipped().isEmpty()) {
            return new Check(title, Result.SKIPPED, producer.skipped(), Duration.ZERO);
        }
        return producer.failure().isEmpty()
                ? new Check(title, Result.PASSED, "%,d records".formatted(producer.sent().records()), Duration.ZERO)
                : new Check(title, Result.FAILED, producer.failure(), Duration.ZERO);
    }

    private Check check(Expectation expectation) throws InterruptedException {
        long began = System.nanoTime();
        String title = title(expectation, this::filled);
        if (expectation instanceof Expectation.Delivered delivered && taking(delivered).isEmpty()) {
            return new Check(title, Result.SKIPPED, "none of its producers took part", Duration.ZERO);
        }
        Finding finding;
        try {
            finding = find(expectation);
        } catch (IOException e) {
            finding = new Finding(e.getMessage(), "");
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return finding.problem().isEmpty() ? new Check(title, Result.PASSED, finding.detail(), took)
                : new Check(title, Result.FAILED, finding.problem(), took);
    }

    /** @param figures fills in what the producers sent */
    private static String title(Expectation expectation, UnaryOperator<String> figures) {
        return switch (expectation) {
            case Expectation.Delivered d ->
                "every record of " + String.join(", ", d.from()) + " is in s3://" + d.bucket()
                        + "/" + d.prefix() + " once, as sent";
            case Expectation.Flushes f -> f.of() + " flushes " + f.atLeast() + " times or more"
                    + (f.reasons().isEmpty() ? "" : ", by " + String.join(" and ", f.reasons()));
            case Expectation.Sql s -> s.query() + " gives " + figures.apply(s.equals());
            case Expectation.Objects o -> "objects in s3://" + o.bucket() + "/" + o.prefix() + ": "
                    + bounds(o.atLeast(), o.atMost());
            case Expectation.Metered m -> m.of() + " " + m.figure() + " " + m.direction() + ": "
                    + bounds(m.atLeast(), m.atMost());
        };
    }

    private static String bounds(Long atLeast, Long atMost) {
        return (atLeast == null ? "" : "at least " + atLeast) + (atLeast != null && atMost != null ? ", " : "")
                + (atMost == null ? "" : "at most " + atMost);
    }

    private Finding find(Expectation expectation) throws IOException, InterruptedException {
        return switch (expectation) {
            case Expectation.Delivered delivered -> {
                DeliveredCheck check = new DeliveredCheck(new S3Reader(client), delivered, taking(delivered));
                yield new Finding(check.problem(), check.detail());
            }
            case Expectation.Flushes flushes -> flushes(flushes);
            case Expectation.Sql sql -> sql(sql);
            case Expectation.Objects o -> within(new S3Reader(client).list(o.bucket(), o.prefix()).size(), o.atLeast(),
                    o.atMost());
            case Expectation.Metered metered -> metered(metered);
        };
    }

    private List<Producer> taking(Expectation.Delivered delivered) {
        return producers.stream().filter(p -> delivered.from().contains(p.name()) && p.skipped().isEmpty()).toList();
    }

    private Finding flushes(Expectation.Flushes expected) throws IOException {
        String arn = resource(expected.of()).arn().toString();
        List<Event> flushes = events.stream().filter(e -> e.type().equals("flush") && e.resource().equals(arn))
                .toList();
        Set<String> missing = expected.reasons().stream()
                .filter(reason -> flushes.stream().noneMatch(e -> e.text().contains(reason)))
                .collect(Collectors.toSet());
        String found = flushes.size() + " flushes";
        if (flushes.size() < expected.atLeast()) {
            return new Finding("only " + found, found);
        }
        return new Finding(missing.isEmpty() ? "" : "of " + found + " none was by " + String.join(" or ", missing),
                found);
    }

    private Finding sql(Expectation.Sql expected) throws IOException, InterruptedException {
        String equals = filled(expected.equals());
        String body = new JsonMapper().createObjectNode().put("query", expected.query()).put("format", "json")
                .toString();
        JsonNode rows = client.post("/_aforo/sql", body).path("rows");
        JsonNode first = rows.path(0);
        String found = (first.isArray() ? first.path(0) : first.iterator().hasNext() ? first.iterator().next() : first)
                .asString("nothing");
        return new Finding(found.equals(equals) ? "" : "expected " + equals + ", found " + found, found);
    }

    private String filled(String text) {
        String filled = text;
        for (Producer producer : producers) {
            filled = filled.replace("${sent." + producer.name() + "}", Long.toString(producer.sent().records()));
        }
        return filled;
    }

    private Finding metered(Expectation.Metered expected) throws IOException {
        Resource resource = resource(expected.of());
        Meter.Snapshot figures = (expected.direction().equals("in") ? resource.in() : resource.out()).snapshot();
        long found = switch (expected.figure()) {
            case "records" -> figures.records();
            case "bytes" -> figures.bytes();
            case "errors" -> figures.errors();
            default -> figures.throttles();
        };
        return within(found, expected.atLeast(), expected.atMost());
    }

    private static Finding within(long found, Long atLeast, Long atMost) {
        boolean holds = (atLeast == null || found >= atLeast) && (atMost == null || found <= atMost);
        return new Finding(holds ? "" : "found " + found, Long.toString(found));
    }

    private Resource resource(String nameOrArn) throws IOException {
        return bench.services().stream().flatMap(service -> service.resources().stream()).map(Resource.class::cast)
                .filter(r -> r.name().equals(nameOrArn) || r.arn().toString().equals(nameOrArn)).findFirst()
                .orElseThrow(() -> new IOException("there is no resource " + nameOrArn));
    }
}
