package org.aforo.gateway.internal.control;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;

/**
 * Many small pieces of JSON, one after another, by one generator and one buffer: to make them anew costs as much as a
 * small piece itself. For one thread.
 */
final class JsonPieces {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 10);
    private final JsonGenerator gen = Json.generator(out);

    /** What {@code content} writes, one value, in UTF-8. */
    byte[] bytes(Consumer<JsonGenerator> content) {
        content.accept(gen);
        gen.flush();
        byte[] piece = out.toByteArray();
        out.reset();
        return piece;
    }
}
