package org.aforo.service.queues.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.HttpRoute.Request;
import org.aforo.api.endpoint.HttpRoute.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What AWS can't do with single messages that were looked at: {@code POST} with {@code {"queue":ARN,"do":"delete",
 * "numbers":[1,2]}} removes them whatever their visibility, {@code "move"} takes them to another queue
 * ({@code "to":ARN}), {@code "resend"} puts them at the end of their own. Answers {@code {"messages":N}}, how many of
 * them were still there.
 */
final class MessageRoute {

    /** Where it answers. */
    static final String PATH = "/_aforo/messages";

    private static final int MAX_BODY = 1 << 20;
    private static final int MOST = 10_000;
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Queues queues;

    MessageRoute(Queues queues) {
        this.queues = queues;
    }

    Response handle(Request request) throws IOException {
        try {
            return Response.text(200, JSON_TYPE,
                    JSON.createObjectNode().put("messages", act(request)).toString() + '\n');
        } catch (AwsError refused) {
            ObjectNode answer = JSON.createObjectNode();
            answer.putObject("error").put("code", refused.code()).put("message", refused.getMessage());
            return Response.text(refused.status(), JSON_TYPE, answer.toString() + '\n');
        }
    }

    private int act(Request request) throws IOException, AwsError {
        if (!request.method().equals("POST")) {
            throw new AwsError("MethodNotAllowed", 405, "POST what is to be done.");
        }
        JsonNode body = body(request);
        Queue queue = queue(body, "queue");
        List<Long> numbers = numbers(body.path("numbers"));
        return switch (body.path("do").asString("")) {
            case "delete" -> told(queue, "messages-deleted", queue.discard(numbers), "");
            case "move" -> move(queue, numbers, queue(body, "to"));
            case "resend" -> told(queue, "messages-resent", queue.move(numbers, queue), "");
            default -> throw bad("do must be delete, move or resend.");
        };
    }

    private int move(Queue queue, List<Long> numbers, Queue to) throws AwsError {
        if (queue.meta().settings().fifo() != to.meta().settings().fifo()) {
            throw bad("Messages of a FIFO queue can be moved to FIFO queues only, and those of others to others.");
        }
        return told(queue, "messages-moved", queue.move(numbers, to), ", to " + to.arn());
    }

    private int told(Queue queue, String event, int messages, String more) {
        queues.bench().events().publish(event, queue.arn().toString(), "messages: " + messages + more);
        return messages;
    }

    private static JsonNode body(Request request) throws IOException, AwsError {
        try (InputStream in = request.body().stream()) {
            byte[] bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throw new AwsError("RequestEntityTooLarge", 413, "The body is larger than " + MAX_BODY + " bytes.");
            }
            return JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw bad("The body isn't JSON: " + e.getOriginalMessage());
        }
    }

    private Queue queue(JsonNode body, String member) throws AwsError {
        String arn = body.path(member).asString("");
        try {
            QueueName name = QueueName.of(Arn.parse(arn));
            Queue queue = name == null ? null : queues.lookUp(name);
            if (queue == null) {
                throw new AwsError("NotFound", 404, "There is no queue " + arn + '.');
            }
            return queue;
        } catch (IllegalArgumentException e) {
            throw bad(member + " must be a queue's ARN.");
        }
    }

    private static List<Long> numbers(JsonNode node) throws AwsError {
        List<Long> numbers = new ArrayList<>();
        for (JsonNode each : node) {
            if (!each.isIntegralNumber()) {
                throw bad("numbers are messages' numbers, as they are told where messages are looked at.");
            }
            numbers.add(each.longValue());
        }
        if (numbers.isEmpty() || numbers.size() > MOST) {
            throw bad("numbers must be a list of one to " + MOST + " messages' numbers.");
        }
        return numbers;
    }

    private static AwsError bad(String message) {
        return AwsError.client("BadRequest", message);
    }
}
