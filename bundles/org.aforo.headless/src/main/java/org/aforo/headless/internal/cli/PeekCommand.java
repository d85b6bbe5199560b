package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Shows the records of a running bench's resource, without taking them. */
@Command(name = "peek", description = {"Show the newest records of a resource without taking them.",
        "Example: aforo peek kinesis1 --last 20 --follow"})
final class PeekCommand implements Callable<Integer> {

    /** Between two looks, in real time. */
    private static final long PAUSE_MILLIS = 500;
    private static final int MOST = 500;

    @Parameters(paramLabel = "RESOURCE",
            description = "ARN or name of a stream, delivery stream, queue or bucket, or of a shard: "
                    + "STREAM/shard/SHARD.")
    private String resource;

    @Option(names = "--last", defaultValue = "10", paramLabel = "N",
            description = "How many, " + MOST + " at most (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(names = "--follow", description = "Go on with those that come, until interrupted.")
    private boolean follow;

    @Option(names = "--as", defaultValue = "text", paramLabel = "FORM",
            description = "text, json (one object a line) or hex (default: ${DEFAULT-VALUE}).")
    private String form;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!List.of("text", "json", "hex").contains(form)) {
            throw new CommandFailure("--as takes text, json or hex, not " + form);
        }
        if (last < 1 || last > MOST) {
            throw new CommandFailure("--last takes a number from 1 to " + MOST + ", not " + last);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (ControlClient client = endpoint.connect()) {
            String records = "/_aforo/records?arn=" + encoded(ResourceName.arn(client, resource));
            JsonNode look = client.get(records + "&last=" + last);
            print(look, out);
            while (follow && !out.checkError()) {
                Thread.sleep(PAUSE_MILLIS);
                look = client.get(records + "&after=" + encoded(look.path("position").asString("")));
                print(look, out);
            }
        }
        return 0;
    }

    private void print(JsonNode look, PrintWriter out) {
        for (JsonNode record : look.path("records")) {
            RecordText.lines(record, form).forEach(out::println);
        }
        out.flush();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
