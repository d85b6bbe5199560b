package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads and steers the bench's clock. */
@Command(name = "clock", description = "Show the bench's clock, change its pace, or step it.")
final class ClockCommand implements Callable<Integer> {

    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h|d)");

    @ArgGroup(exclusive = true)
    private Change change;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    /** One change. */
    static final class Change {
        @Option(names = "--scale", paramLabel = "N", description = "Bench seconds per real second; 0 stops it.")
        private Double scale;

        @Option(names = "--advance", paramLabel = "SPAN", description = "Step on: 90s, 15m, 2h, 14d.")
        private String advance;

        @Option(names = "--next-timer", description = "Step to the next timer.")
        private boolean nextTimer;
    }

    @Override
    public Integer call() {
        try (ControlClient client = endpoint.connect()) {
            show(change == null ? client.get("/_aforo/clock") : apply(client));
        }
        return 0;
    }

    private JsonNode apply(ControlClient client) {
        ObjectNode body = new JsonMapper().createObjectNode();
        if (change.scale != null) {
            return client.call("PUT", "/_aforo/clock", body.put("scale", change.scale));
        }
        if (change.nextTimer) {
            return client.call("POST", "/_aforo/clock/advance", body.put("toNextTimer", true));
        }
        return client.call("POST", "/_aforo/clock/advance",
                body.put("seconds", span(change.advance).toMillis() / 1000.0));
    }

    private void show(JsonNode clock) {
        double scale = clock.path("scale").asDouble(1);
        PrintWriter out = spec.commandLine().getOut();
        out.println(clock.path("now").asString("") + "  "
                + (scale == 0 ? "stopped" : scale == 1 ? "real time"
                        : "x" + String.format(Locale.ROOT, "%.6g", scale)));
        out.flush();
    }

    /** A span as people write it, or ISO-8601. */
    static Duration span(String text) {
        Matcher matcher = SPAN.matcher(text.trim());
        if (matcher.matches()) {
            double factor = switch (matcher.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "m", "min" -> 60_000;
                case "h" -> 3_600_000;
                default -> 86_400_000;
            };
            return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * factor));
        }
        try {
            return Duration.parse(text.trim());
        } catch (DateTimeParseException e) {
            throw new CommandFailure("'" + text + "' is no span of time; write 90s, 15m, 2h or 14d");
        }
    }
}
