package org.aforo.gateway.internal.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;

/** What the control API answers: something whole, a feed that goes on, or nothing. */
public sealed interface Answer {

    /** Sent at once, with its length. */
    record Whole(int status, Map<String, String> headers, byte[] body) implements Answer {
    }

    /** Sent bit by bit. */
    record Live(String contentType, Feed feed) implements Answer {
    }

    /** A plugged-in service's to answer: it has a route of its own there. */
    record Service() implements Answer {
    }

    /** Writes frames until the client goes or the bench closes; blocks. */
    @FunctionalInterface
    interface Feed {
        /** Runs on the request's thread. */
        void run(Sink sink) throws IOException;
    }

    /** Where a feed writes to. */
    @FunctionalInterface
    interface Sink {
        /** Sends one frame; waits while the client is behind. */
        void write(byte[] frame) throws IOException;
    }

    /** 200 and JSON. */
    static Answer json(Consumer<JsonGenerator> content) {
        return json(200, content);
    }

    /** JSON with another status. */
    static Answer json(int status, Consumer<JsonGenerator> content) {
        return text(status, "application/json", Json.text(content));
    }

    /** Any text. */
    static Answer text(int status, String contentType, String text) {
        return new Whole(status, Map.of("content-type", contentType, "cache-control", "no-store"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /** An error, as {@code {"error":{"code","message"}}}. */
    static Answer error(int status, String code, String message) {
        return json(status, gen -> Json.error(gen, code, message));
    }

    /** 405, with the methods that there are. */
    static Answer notAllowed(String method, String allowed) {
        byte[] body = Json.text(gen -> Json.error(gen, "MethodNotAllowed", method + " is not among: " + allowed))
                .getBytes(StandardCharsets.UTF_8);
        return new Whole(405, Map.of("content-type", "application/json", "allow", allowed), body);
    }
}
