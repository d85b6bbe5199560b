package org.aforo.scenario.internal.expect;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.aforo.api.Bench;
import org.aforo.api.Events.Event;
import org.aforo.api.Resource;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Outcome.Check.Result;
import org.aforo.scenario.Progress;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.Scenario.Expectation;
import org.aforo.scenario.Scenario.Step;
import org.aforo.scenario.internal.consume.Consumer;
import org.aforo.scenario.internal.produce.Producer;
import org.aforo.scenario.internal.record.Ledger;
import org.aforo.scenario.internal.record.Named;
import org.aforo.scenario.internal.wire.AwsClient;
import org.aforo.scenario.internal.wire.S3Reader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks a scenario's expectations, and that its producers did their work. */
public final class Checks {

    private final Bench bench;
    private final AwsClient client;
    private final Flowed flowed;
    private final List<Producer> producers;

    public Checks(Bench bench, AwsClient client, Flowed flowed) {
        this.bench = bench;
        this.client = client;
        this.flowed = flowed;
        this.producers = flowed.producers();
    }

    /** Does all checks, telling of each as it is done. */
    public List<Check> all(Scenario scenario, Progress progress) throws InterruptedException {
        List<Check> checks = new ArrayList<>();
        for (Producer producer : producers) {
            checks.add(check(producer));
            progress.checked(Titles.producer(producer.name()), checks.getLast());
        }
        for (Consumer consumer : flowed.consumers()) {
            checks.add(check(consumer));
            progress.checked(checks.getLast().title(), checks.getLast());
        }
        scenario.steps().stream().sorted(Comparator.comparing(Step::at)).forEach(step -> {
            checks.add(check(step));
            progress.checked(checks.getLast().title(), checks.getLast());
        });
        for (Expectation expectation : scenario.expectations()) {
            checks.add(check(expectation));
            progress.checked(Titles.expectation(expectation, UnaryOperator.identity()), checks.getLast());
        }
        return checks;
    }

    /** What is checked, in order. */
    public static List<String> titles(Scenario scenario) {
        return Titles.all(scenario);
    }

    private static Check check(Consumer consumer) {
        String title = Titles.consumer(consumer.name());
        if (!consumer.skipped().isEmpty()) {
            return new Check(title, Result.SKIPPED, consumer.skipped(), Duration.ZERO);
        }
        return consumer.failure().isEmpty()
                ? new Check(title, Result.PASSED, "%,d records".formatted(consumer.received().records()), Duration.ZERO)
                : new Check(title, Result.FAILED, consumer.failure(), Duration.ZERO);
    }

    private Check check(Step step) {
        String title = Titles.step(step);
        return flowed.steps().stream().filter(done -> done.step() == step).findFirst()
                .map(done -> new Check(title, done.problem().isEmpty() ? Result.PASSED : Result.FAILED, done.problem(),
                        Duration.ZERO))
                .orElse(new Check(title, Result.SKIPPED, "the run was over before", Duration.ZERO));
    }

    private static Check check(Producer producer) {
        String title = Titles.producer(producer.name());
        if (!producer.skipped().isEmpty()) {
            return new Check(title, Result.SKIPPED, producer.skipped(), Duration.ZERO);
        }
        return producer.failure().isEmpty()
                ? new Check(title, Result.PASSED, "%,d records".formatted(producer.sent().records()), Duration.ZERO)
                : new Check(title, Result.FAILED, producer.failure(), Duration.ZERO);
    }

    private Check check(Expectation expectation) throws InterruptedException {
        long began = System.nanoTime();
        String title = Titles.expectation(expectation, this::filled);
        if (expectation instanceof Expectation.Delivered delivered && taking(delivered).isEmpty()) {
            return new Check(title, Result.SKIPPED, "none of its producers took part", Duration.ZERO);
        }
        if (expectation instanceof Expectation.Received received && isLeftOut(received)) {
            return new Check(title, Result.SKIPPED, "who was to send or to receive took no part", Duration.ZERO);
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

    private Finding find(Expectation expectation) throws IOException, InterruptedException {
        return switch (expectation) {
            case Expectation.Delivered delivered -> {
                DeliveredCheck check = new DeliveredCheck(new S3Reader(client), delivered, taking(delivered));
                yield new Finding(check.problem(), check.detail());
            }
            case Expectation.Flushes flushes -> flushes(flushes);
            case Expectation.Sql sql -> sql(sql);
            case Expectation.Objects o ->
                Finding.within(new S3Reader(client).list(o.bucket(), o.prefix()).size(), o.atLeast(),
                        o.atMost());
            case Expectation.Metered metered -> new MeterCheck(bench, flowed.timeline()).find(metered);
            case Expectation.Received received -> received(received);
            case Expectation.Delay delay -> new MeterCheck(bench, flowed.timeline()).find(delay);
        };
    }

    private Finding received(Expectation.Received expected) {
        List<Ledger> accepted = producers.stream().filter(p -> expected.from().contains(p.name())).map(Producer::sent)
                .toList();
        List<Ledger> received = flowed.consumers().stream().filter(c -> expected.by().contains(c.name()))
                .map(Consumer::received).toList();
        ReceivedCheck check = new ReceivedCheck(accepted, received);
        return new Finding(check.problem(expected.once(), expected.ordered()), check.detail());
    }

    /** Whether a consumer of it, or all of its producers, took no part. */
    private boolean isLeftOut(Expectation.Received expected) {
        return flowed.consumers().stream().anyMatch(c -> expected.by().contains(c.name()) && !c.skipped().isEmpty())
                || producers.stream().filter(p -> expected.from().contains(p.name()))
                        .noneMatch(p -> p.skipped().isEmpty());
    }

    private List<Producer> taking(Expectation.Delivered delivered) {
        return producers.stream().filter(p -> delivered.from().contains(p.name()) && p.skipped().isEmpty()).toList();
    }

    private Finding flushes(Expectation.Flushes expected) throws IOException {
        String arn = resource(expected.of()).arn().toString();
        List<Event> flushes = flowed.events().stream().filter(e -> e.type().equals("flush") && e.resource().equals(arn))
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

    private Resource resource(String nameOrArn) throws IOException {
        return bench.services().stream().flatMap(service -> service.resources().stream()).map(Resource.class::cast)
                .filter(new Named(nameOrArn)::fits).findFirst()
                .orElseThrow(() -> new IOException("there is no resource " + nameOrArn));
    }
}
