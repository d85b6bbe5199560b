package org.aforo.ui.internal.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.aforo.client.Control;
import tools.jackson.databind.JsonNode;

/** What a bench answered once. */
public final class Recorded {

    private Recorded() {
    }

    public static JsonNode json(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + name + ".json")) {
            return Control.JSON.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operation takes: {@code kinesis-PutRecord}. */
    public static Schema input(String operation) {
        return Schema.of(json(operation).path("input"));
    }

    public static Schema output(String operation) {
        return Schema.of(json(operation).path("output"));
    }

    public static JsonNode of(String json) {
        return Control.JSON.readTree(json);
    }
}
