package org.aforo.service.queues.internal.op;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.service.queues.internal.QueuesService;
import org.aforo.testkit.TestBench;
import tools.jackson.databind.json.JsonMapper;

/** A bench with queues, and a client that speaks to it over HTTP in both of the service's protocols. */
final class Sqs implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCOPE = "AWS4-HMAC-SHA256 Credential=test/20260131/us-east-1/sqs/aws4_request, "
            + "SignedHeaders=host, Signature=00";
    private static final Map<String, String> SINGULAR = Map.ofEntries(Map.entry("AWSAccountIds", "AWSAccountId"),
            Map.entry("Actions", "ActionName"), Map.entry("AttributeNames", "AttributeName"),
            Map.entry("MessageSystemAttributeNames", "MessageSystemAttributeName"),
            Map.entry("MessageAttributeNames", "MessageAttributeName"), Map.entry("TagKeys", "TagKey"),
            Map.entry("Attributes", "Attribute"), Map.entry("tags", "Tag"), Map.entry("Tags", "Tag"),
            Map.entry("MessageAttributes", "MessageAttribute"), Map.entry("StringListValues", "StringListValue"),
            Map.entry("MessageSystemAttributes", "MessageSystemAttribute"));

    final TestBench bench = TestBench.stepped().with(QueuesService::new);
    private final HttpClient client = HttpClient.newHttpClient();

    /** Names and values in turn; those whose value is null are left out. */
    static Map<String, Object> in(Object... members) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            if (members[i + 1] != null) {
                input.put((String) members[i], members[i + 1]);
            }
        }
        return input;
    }

    /** A call in awsJson 1.0. */
    Answer json(String operation, Object... members) {
        return jsonOf(operation, in(members));
    }

    Answer jsonOf(String operation, Map<String, Object> input) {
        return send(bench.http().resolve("/"), JSON.writeValueAsString(input), "Content-Type",
                "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS." + operation);
    }

    /** A call in awsJson 1.0 with an HTTP header more. */
    Answer jsonWith(String header, String value, String operation, Object... members) {
        return send(bench.http().resolve("/"), JSON.writeValueAsString(in(members)), "Content-Type",
                "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS." + operation, header, value);
    }

    /** A call in awsQuery, to a path; names and values as they are in the form. */
    Answer form(String path, String... parameters) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            form.put(parameters[i], parameters[i + 1]);
        }
        return form(bench.http().resolve(path), form);
    }

    /** A call in awsQuery with the input of the JSON one, flattened as AWS's older SDKs did it. */
    Answer queryOf(String operation, Map<String, Object> input) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", operation);
        form.put("Version", "2012-11-05");
        input.forEach((name, value) -> flatten(form, name.equals("Entries") ? operation + "RequestEntry"
                : SINGULAR.getOrDefault(name, name), value));
        return form(bench.http().resolve("/"), form);
    }

    private static void flatten(Map<String, String> form, String name, Object value) {
        int number = 0;
        switch (value) {
            case List<?> list -> {
                for (Object each : list) {
                    flatten(form, name + '.' + ++number, each);
                }
            }
            case Map<?, ?> map when name.matches("(.*\\.)?(Attribute|Tag|Message(System)?Attribute)") -> {
                for (Map.Entry<?, ?> each : map.entrySet()) {
                    String entry = name + '.' + ++number;
                    form.put(entry + (name.equals("Tag") ? ".Key" : ".Name"), (String) each.getKey());
                    flatten(form, entry + ".Value", each.getValue());
                }
            }
            case Map<?, ?> map -> map.forEach((member, inner) -> flatten(form,
                    name + '.' + SINGULAR.getOrDefault(member, (String) member), inner));
            default -> form.put(name, value.toString());
        }
    }

    private Answer form(URI uri, Map<String, String> form) {
        List<String> pairs = new ArrayList<>();
        form.forEach((name, value) -> pairs.add(encoded(name) + '=' + encoded(value)));
        return send(uri, String.join("&", pairs), "Content-Type", "application/x-www-form-urlencoded");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(URI uri, String body, String... headers) {
        return send(HttpRequest.newBuilder(uri).header("Authorization", SCOPE).headers(headers)
                .POST(BodyPublishers.ofString(body)).build());
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A plain GET, unsigned. */
    Answer get(String path) {
        return send(HttpRequest.newBuilder(bench.http().resolve(path)).GET().build());
    }

    /** A plain POST, as of the control API. */
    Answer post(String path, String body) {
        return send(HttpRequest.newBuilder(bench.http().resolve(path)).POST(BodyPublishers.ofString(body)).build());
    }

    /** Makes a queue, FIFO if its name says so; attributes' names and values in turn. */
    String queue(String name, Object... attributes) {
        Map<String, Object> all = in(attributes);
        if (name.endsWith(".fifo")) {
            all.put("FifoQueue", "true");
        }
        return json("CreateQueue", "QueueName", name, "Attributes", all).text("QueueUrl");
    }

    /** A queue's attribute, as it is told. */
    String attribute(String url, String name) {
        return (String) json("GetQueueAttributes", "QueueUrl", url, "AttributeNames", List.of(name)).map("Attributes")
                .get(name);
    }

    String send(String url, String body) {
        return json("SendMessage", "QueueUrl", url, "MessageBody", body).text("MessageId");
    }

    /** Receives at most ten messages, with everything there is to tell. */
    List<Map<String, Object>> receive(String url, Object... more) {
        Map<String, Object> input = in("QueueUrl", url, "MaxNumberOfMessages", 10, "MessageSystemAttributeNames",
                List.of("All"), "MessageAttributeNames", List.of("All"));
        input.putAll(in(more));
        return jsonOf("ReceiveMessage", input).list("Messages");
    }

    void advance(Duration span) {
        bench.advance(span);
    }

    @Override
    public void close() {
        client.close();
        bench.close();
    }
}
