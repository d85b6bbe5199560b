package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of a queue, whatever their visibility: what AWS can't do with them. */
@Command(name = "messages",
        description = {"Remove, move or send anew single messages of a queue, by their numbers that "
                + "'peek' tells; or purge it of all.", "Example: aforo messages move orders 17 18 --to orders-dead"})
final class MessagesCommand implements Callable<Integer> {

    private static final String MOVE = "move";
    private static final String PURGE = "purge";

    @Parameters(index = "0", paramLabel = "WHAT", description = "delete, move, resend (to the end of the queue) or "
            + "purge (all messages; takes no numbers).")
    private String what;

    @Parameters(index = "1", paramLabel = "QUEUE", description = "ARN or name.")
    private String queue;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "NUMBER", description = "Messages.")
    private List<String> numbers = List.of();

    @Option(names = "--to", paramLabel = "QUEUE", description = "ARN or name of the queue to move to.")
    private String to;

    @Mixin
    private EndpointOption endpoint;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!List.of("delete", MOVE, "resend", PURGE).contains(what)) {
            throw new CommandFailure("messages can be deleted, moved, resent and purged (delete, move, resend, purge), "
                    + "not " + what);
        }
        check();
        try (ControlClient client = endpoint.connect()) {
            long done = what.equals(PURGE) ? purge(client)
                    : client.call("POST", "/_aforo/messages", body(client)).path("messages").asLong();
            if (done < numbers.size()) {
                throw new CommandFailure("only " + done + " of " + numbers.size() + " were still there");
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println(done + (done == 1 ? " message" : " messages"));
            out.flush();
        }
        return 0;
    }

    private void check() {
        if (what.equals(PURGE) && !numbers.isEmpty()) {
            throw new CommandFailure("purge removes all messages and takes no numbers; 'delete' removes single ones");
        }
        if (!what.equals(PURGE) && numbers.isEmpty()) {
            throw new CommandFailure(what + " takes numbers of messages; see: aforo peek " + queue);
        }
        if (what.equals(MOVE) && to == null) {
            throw new CommandFailure("move takes the queue to move to, as --to QUEUE");
        }
        if (!what.equals(MOVE) && to != null) {
            throw new CommandFailure("--to is for move, not for " + what);
        }
    }

    private long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new CommandFailure("a message's number is what 'aforo peek " + queue + "' tells, not " + text);
        }
    }

    private long purge(ControlClient client) {
        ObjectNode body = new JsonMapper().createObjectNode().put("arn", ResourceName.arn(client, queue));
        return client.call("POST", "/_aforo/resources/empty", body).path("removed").asLong();
    }

    private ObjectNode body(ControlClient client) {
        ObjectNode body = new JsonMapper().createObjectNode().put("queue", ResourceName.arn(client, queue))
                .put("do", what);
        ArrayNode array = body.putArray("numbers");
        numbers.forEach(number -> array.add(number(number)));
        if (to != null) {
            body.put("to", ResourceName.arn(client, to));
        }
        return body;
    }
}
