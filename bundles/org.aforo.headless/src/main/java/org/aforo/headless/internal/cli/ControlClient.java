package org.aforo.headless.internal.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import org.aforo.headless.internal.CommandFailure;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a bench's control API. */
final class ControlClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI endpoint;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    ControlClient(URI endpoint) {
        this.endpoint = endpoint;
    }

    JsonNode get(String path) {
        return json(text("GET", path, BodyPublishers.noBody()));
    }

    JsonNode call(String method, String path, JsonNode body) {
        return json(text(method, path, body == null ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body.toString())));
    }

    /** The answer's text; an answer that isn't a success is a failure in the bench's own words. */
    String text(String method, String path, BodyPublisher body) {
        HttpResponse<String> response = send(method, path, body);
        if (response.statusCode() / 100 != 2) {
            throw new CommandFailure(reason(response.body(), response.statusCode()));
        }
        return response.body();
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path)).method(method, body)
                .header("content-type", "application/json").build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new CommandFailure("no bench answers at " + endpoint
                    + "; start one with: aforo serve (or name another with --endpoint)");
        } catch (IOException e) {
            throw new CommandFailure("no answer from " + endpoint + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted");
        }
    }

    private static String reason(String text, int status) {
        try {
            JsonNode error = JSON.readTree(text).path("error");
            String message = error.isString() ? error.asString() : error.path("message").asString("");
            return message.isEmpty() ? "the bench answered " + status : message;
        } catch (JacksonException e) {
            return "the bench answered " + status + ": " + text.strip();
        }
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.isEmpty() ? "{}" : text);
    }

    @Override
    public void close() {
        http.close();
    }
}
