package org.aforo.ui.internal.scenarios;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/** A scenario's run as far as it got, as its process tells it line by line. For any number of threads. */
public final class Run {

    private static final int LOG_KEPT = 2000;
    private static final int NOT_ALL_HOLDS = 1;

    /** How a run stands. */
    public enum State {
        STARTING, RUNNING,
        /** Every expectation holds. */
        PASSED,
        /** An expectation does not hold. */
        FAILED,
        /** The user ended it. */
        STOPPED,
        /** It could not be run: the file is wrong, or its process ended by itself. */
        BROKEN;

        boolean over() {
            return this != STARTING && this != RUNNING;
        }
    }

    /** What became of an expectation so far. */
    public enum Result {
        PENDING, PASSED, FAILED, SKIPPED
    }

    /** @param detail what was found; empty while pending */
    public record Expected(String title, Result result, String detail) {
    }

    private final Path file;
    private final Instant began = Instant.now();
    private final List<Expected> expected = new ArrayList<>();
    private final Deque<String> log = new ArrayDeque<>();
    private State state = State.STARTING;
    private String name;
    private List<String> view = List.of();
    private double fraction;
    private Path report;
    private URI endpoint;
    private long logged;

    Run(Path file) {
        this.file = file;
        this.name = file.getFileName().toString();
    }

    /** Takes in one message of the process; gives the endpoint when it tells it. */
    synchronized Optional<URI> take(JsonNode message) {
        switch (message.path("type").asString("")) {
            case "started" -> {
                return started(message);
            }
            case "line" -> say(message.path("text").asString(""));
            case "view" -> {
                List<String> lines = new ArrayList<>();
                message.path("lines").forEach(line -> lines.add(line.asString("")));
                view = List.copyOf(lines);
                fraction = Math.clamp(message.path("fraction").asDouble(fraction), 0, 1);
            }
            case "check" -> check(message);
            case "ended" -> ended(message);
            default -> say(message.toString());
        }
        return Optional.empty();
    }

    private void ended(JsonNode message) {
        JsonNode page = message.path("report");
        report = page.isString() && !page.asString().isEmpty() ? Path.of(page.asString()) : null;
        if (message.path("passed").asBoolean(false)) {
            state = State.PASSED;
        } else {
            boolean checked = report != null && message.path("exit").asInt(NOT_ALL_HOLDS) == NOT_ALL_HOLDS;
            state = checked ? State.FAILED : State.BROKEN;
        }
        fraction = state == State.BROKEN ? fraction : 1;
    }

    private Optional<URI> started(JsonNode message) {
        state = State.RUNNING;
        name = message.path("scenario").asString(name);
        message.path("expectations").forEach(node -> expected.add(new Expected(
                node.isString() ? node.asString() : node.path("title").asString(""), Result.PENDING, "")));
        String told = message.path("endpoint").asString("");
        endpoint = told.isEmpty() ? null : URI.create(told);
        return Optional.ofNullable(endpoint);
    }

    private void check(JsonNode message) {
        String title = message.path("title").asString("");
        Result result = switch (message.path("result").asString("")) {
            case "passed" -> Result.PASSED;
            case "failed" -> Result.FAILED;
            default -> Result.SKIPPED;
        };
        Expected told = new Expected(title, result, message.path("detail").asString(""));
        for (int i = 0; i < expected.size(); i++) {
            Expected known = expected.get(i);
            if (known.result() == Result.PENDING && known.title().equals(title)) {
                expected.set(i, told);
                return;
            }
        }
        expected.add(told);
    }

    synchronized void say(String line) {
        log.addLast(line);
        logged++;
        if (log.size() > LOG_KEPT) {
            log.removeFirst();
        }
    }

    /** The process is no more. */
    synchronized void over(State how) {
        if (!state.over()) {
            state = how;
        }
    }

    public Path file() {
        return file;
    }

    /** When it was begun, in real time. */
    public Instant began() {
        return began;
    }

    public synchronized State state() {
        return state;
    }

    /** The scenario's own name once it is known, its file's before. */
    public synchronized String name() {
        return name;
    }

    public synchronized List<Expected> expected() {
        return List.copyOf(expected);
    }

    /** The lines that show how things stand. */
    public synchronized List<String> view() {
        return view;
    }

    /** From 0 to 1. */
    public synchronized double fraction() {
        return fraction;
    }

    /** The last {@value #LOG_KEPT} lines. */
    public synchronized List<String> log() {
        return List.copyOf(log);
    }

    /** How many lines there were; grows with each. */
    public synchronized long logged() {
        return logged;
    }

    /** The report's page, once it is written. */
    public synchronized Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    /** Where the run's bench answers, once it does. */
    public synchronized Optional<URI> endpoint() {
        return Optional.ofNullable(endpoint);
    }
}
