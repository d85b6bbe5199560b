package org.aforo.headless.internal.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.aforo.headless.internal.CommandFailure;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.Sender;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends demo data or a file's lines to a running bench. */
@Command(name = "send", description = {"Send demo data or a file's lines to a stream, a delivery stream, a queue or",
        "a topic.",
        "Example: aforo send --to firehose:kinesis1 --rate 50"})
final class SendCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Lines to send (default: the demo stock ticker).")
    private Path file;

    @Option(names = "--to", required = true, paramLabel = "TARGET",
            description = "kinesis:STREAM, firehose:DELIVERY-STREAM, sqs:QUEUE or sns:TOPIC.")
    private String to;

    @Option(names = "--rate", defaultValue = "10", paramLabel = "N",
            description = "Records a second, 0 for as fast as it goes (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--count", defaultValue = "0", paramLabel = "N",
            description = "Records to send, 0 for no end (default: ${DEFAULT-VALUE}).")
    private long count;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        String[] parts = to.split(":", 2);
        if (parts.length != 2 || !parts[0].matches("kinesis|firehose|sqs|sns")) {
            throw new CommandFailure("--to takes kinesis:STREAM, firehose:DELIVERY-STREAM, sqs:QUEUE or sns:TOPIC, not "
                    + to);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Sender sender = new Sender(endpoint.uri(), new Target(parts[0], parts[1]), file, rate, count)) {
            boolean terminal = System.console() != null;
            long sent = sender.send(so -> {
                if (terminal) {
                    out.printf("\r%,d sent", so);
                    out.flush();
                }
            });
            out.printf((terminal ? "\r" : "") + "%s sent to %s%n", TrafficWatch.records(sent), to);
            out.flush();
            return 0;
        } catch (IOException e) {
            throw new CommandFailure(e.getMessage());
        }
    }
}
