package org.aforo.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.List;

import javax.net.ssl.SSLHandshakeException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a bench's control API; paths begin below {@code /_aforo}. Every method blocks until the bench answered, so none
 * belongs on a user interface's thread. For any number of threads.
 */
public final class Control implements AutoCloseable {

    /** Reads and writes all JSON here. */
    public static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int MOST_REFUSAL = 64 << 10;
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT).build();

    /** @throws IllegalArgumentException when no bench can have such an address */
    public Control(URI endpoint) {
        if (endpoint.getHost() == null || !List.of("http", "https").contains(endpoint.getScheme())) {
            throw new IllegalArgumentException(endpoint + " isn't like http://localhost:4566");
        }
        this.endpoint = endpoint;
    }

    public URI endpoint() {
        return endpoint;
    }

    public JsonNode get(String path) throws BenchException {
        return send("GET", path, BodyPublishers.noBody());
    }

    public JsonNode post(String path, JsonNode body) throws BenchException {
        return send("POST", path, BodyPublishers.ofString(body.toString()));
    }

    public JsonNode put(String path, JsonNode body) throws BenchException {
        return send("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    public JsonNode delete(String path) throws BenchException {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    /** Posts a body that isn't JSON, such as a plug-in's jar. */
    public JsonNode upload(String path, byte[] body) throws BenchException {
        return send("POST", path, "application/octet-stream", BodyPublishers.ofByteArray(body));
    }

    /** Calls an AWS operation in plain JSON. */
    public JsonNode call(String service, String operation, JsonNode input) throws BenchException {
        return post("/api/" + encode(service) + "/" + encode(operation), input);
    }

    /** A new JSON object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Text as it stands in a query or a path. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Opens a stream of server-sent events; closing the stream ends it. */
    InputStream events(String path) throws BenchException {
        try {
            LiveAnswer answer = LiveAnswer.get(uri(path), "text/event-stream", CONNECT);
            if (answer.status() == 200) {
                return answer;
            }
            try (answer) {
                throw refusal(answer.status(), new String(answer.readNBytes(MOST_REFUSAL), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw unanswered(e);
        }
    }

    private JsonNode send(String method, String path, BodyPublisher body) throws BenchException {
        return send(method, path, "application/json", body);
    }

    private JsonNode send(String method, String path, String type, BodyPublisher body) throws BenchException {
        HttpRequest request = HttpRequest.newBuilder(uri(path)).method(method, body).timeout(ANSWER)
                .header("content-type", type).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw refusal(response.statusCode(), response.body());
            }
            return JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
        } catch (IOException | JacksonException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    private BenchException unanswered(Throwable cause) {
        return switch (cause) {
            case BenchException refused -> refused;
            case SSLHandshakeException told when untrusted(told) ->
                new BenchException("The certificate of " + endpoint + " isn't one that Java trusts: name a trust store "
                        + "that has it by -Djavax.net.ssl.trustStore", told);
            case ConnectException none -> new BenchException("No bench answers at " + endpoint, none);
            default -> new BenchException("No answer from " + endpoint
                    + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        };
    }

    private static boolean untrusted(Throwable told) {
        return told != null && (told instanceof CertPathBuilderException || untrusted(told.getCause()));
    }

    private URI uri(String path) {
        return endpoint.resolve("/_aforo" + path);
    }

    private static BenchException refusal(int status, String text) {
        try {
            JsonNode error = JSON.readTree(text).path("error");
            String message = error.path("message").asString("");
            return new BenchException(status, error.path("code").asString("Error"),
                    message.isEmpty() ? "The bench answered " + status : message);
        } catch (JacksonException e) {
            return new BenchException(status, "Error", "The bench answered " + status + ": " + text.strip());
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
