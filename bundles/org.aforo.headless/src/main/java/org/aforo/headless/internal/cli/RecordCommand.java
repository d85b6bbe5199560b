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

/** Records the traffic of a running bench's stream into a file. */
@Command(name = "record", description = {"Record the traffic of a stream into a file, to be replayed.",
        "Example: aforo record clicks clicks.jsonl --new --for 60"})
final class RecordCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "STREAM", description = "Name or ARN.")
    private String resource;

    @Parameters(index = "1", paramLabel = "FILE", description = "File to be made, one JSON object a line.")
    private Path file;

    @Option(names = "--follow", description = "After what is stored, go on with what comes, until interrupted.")
    private boolean follow;

    @Option(names = "--new", description = "Leave out what is stored already.")
    private boolean onlyNew;

    @Option(names = "--for", paramLabel = "SECONDS", description = "Go on for so many seconds of bench time.")
    private Double seconds;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (seconds != null && !(seconds > 0)) {
            throw new CommandFailure("--for takes a number above 0, not " + seconds);
        }
        try (ControlClient client = endpoint.connect()) {
            ObjectNode order = new JsonMapper().createObjectNode().put("arn", ResourceName.arn(client, resource))
                    .put("file", file.toAbsolutePath().toString()).put("stored", !onlyNew).put("follow", follow);
            if (seconds != null) {
                order.put("seconds", seconds);
            }
            return new TrafficWatch(client, spec.commandLine().getOut())
                    .watch(client.call("POST", "/_aforo/traffic/record", order), "recorded");
        }
    }
}
