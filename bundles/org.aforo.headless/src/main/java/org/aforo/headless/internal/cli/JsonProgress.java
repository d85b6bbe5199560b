package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.aforo.headless.internal.CommandFailure;
import org.aforo.scenario.Outcome.Check;
import org.aforo.scenario.Progress;
import org.aforo.scenario.Scenario;
import org.aforo.scenario.ScenarioRun;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells how a run goes as JSON objects, one a line, for a program that shows it. */
final class JsonProgress implements Progress {

    private static final JsonMapper JSON = new JsonMapper();

    private final PrintWriter out;

    JsonProgress(PrintWriter out) {
        this.out = out;
    }

    void started(Scenario scenario, String endpoint) {
        ObjectNode message = message("started").put("scenario", scenario.name()).put("endpoint", endpoint);
        ScenarioRun.expectations(scenario).forEach(message.putArray("expectations")::add);
        tell(message);
    }

    @Override
    public void say(String line) {
        tell(message("line").put("text", line));
    }

    @Override
    public void show(List<String> lines) {
        show(lines, 0);
    }

    @Override
    public void show(List<String> lines, double fraction) {
        ObjectNode message = message("view");
        lines.forEach(message.putArray("lines")::add);
        tell(message.put("fraction", Math.round(fraction * 1000) / 1000.0));
    }

    @Override
    public void checked(String expected, Check check) {
        tell(message("check").put("title", expected).put("result", check.result().name().toLowerCase(Locale.ROOT))
                .put("detail", check.detail()));
    }

    /** @param report null when there is none */
    void ended(boolean passed, Path report, int exit) {
        tell(message("ended").put("passed", passed)
                .put("report", report == null ? null : report.toAbsolutePath().toString()).put("exit", exit));
    }

    private static ObjectNode message(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    /** @throws CommandFailure when nobody reads it any more: a run that goes on unseen is of no use to its beginner */
    private void tell(ObjectNode message) {
        out.println(message);
        if (out.checkError()) {
            throw new CommandFailure("the program that asked for --progress json reads no more");
        }
    }
}
