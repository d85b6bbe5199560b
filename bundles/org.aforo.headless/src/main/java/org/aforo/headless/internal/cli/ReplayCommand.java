package org.aforo.headless.internal.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts recorded traffic into a running bench's stream or delivery stream. */
@Command(name = "replay", description = {"Put recorded traffic into a stream or a delivery stream.",
        "Example: aforo replay clicks.jsonl other --speed 10"})
final class ReplayCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "What aforo record has written.")
    private Path file;

    @Parameters(index = "1", paramLabel = "RESOURCE", description = "Name or ARN of a stream or a delivery stream.")
    private String resource;

    @Option(names = "--speed", defaultValue = "1", paramLabel = "N",
            description = "How many times as fast as it was, by the bench's clock, or max for as fast as it goes "
                    + "(default: ${DEFAULT-VALUE}).")
    private String speed;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        double times = times();
        try (ControlClient client = endpoint.connect()) {
            ObjectNode order = new JsonMapper().createObjectNode().put("arn", ResourceName.arn(client, resource))
                    .put("file", file.toAbsolutePath().toString()).put("speed", times);
            return new TrafficWatch(client, spec.commandLine().getOut())
                    .watch(client.call("POST", "/_aforo/traffic/replay", order), "replayed");
        }
    }

    private double times() {
        if (speed.equals("max")) {
            return 0;
        }
        try {
            double times = Double.parseDouble(speed);
            if (times > 0) {
                return times;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CommandFailure("--speed takes a number above 0 or max, not " + speed);
    }
}
