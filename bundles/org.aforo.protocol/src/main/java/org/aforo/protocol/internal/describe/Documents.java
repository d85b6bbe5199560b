package org.aforo.protocol.internal.describe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;

import org.aforo.protocol.internal.json.JsonReader;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;

/**
 * What a model says for people, as plain text. Read apart from the model, since only consoles and wizards ask for it
 * and it is most of the file.
 */
public final class Documents {

    private final Map<String, String> texts = new HashMap<>();

    private Documents() {
    }

    /**
     * Reads them from a model in C2J form.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public static Documents of(URL url) {
        try (InputStream in = url.openStream()) {
            JsonReader reader = new JsonReader(in.readAllBytes());
            Map<?, ?> root = (Map<?, ?>) reader.document(reader.next());
            Documents documents = new Documents();
            documents.operations((Map<?, ?>) root.get("operations"));
            documents.shapes((Map<?, ?>) root.get("shapes"));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException("Model " + url, e);
        }
    }

    private void operations(Map<?, ?> all) {
        all.forEach((name, operation) -> put("operation " + name, (Map<?, ?>) operation));
    }

    private void shapes(Map<?, ?> all) {
        all.forEach((name, value) -> {
            Map<?, ?> shape = (Map<?, ?>) value;
            put("shape " + name, shape);
            if (shape.get("members") instanceof Map<?, ?> members) {
                members.forEach((member, m) -> put("shape " + name + ' ' + member, (Map<?, ?>) m));
            }
        });
    }

    private void put(String key, Map<?, ?> from) {
        if (from.get("documentation") instanceof String html && !html.isBlank()) {
            texts.put(key, html);
        }
    }

    /** Of an operation, or empty. */
    String operation(String name) {
        return text("operation " + name);
    }

    /** Of a shape, or empty. */
    String shape(Shape shape) {
        return text("shape " + shape.name());
    }

    /** Of a member, or of what it holds, or empty. */
    String member(Shape owner, Member member) {
        String own = text("shape " + owner.name() + ' ' + member.name());
        return own.isEmpty() ? shape(member.shape()) : own;
    }

    private String text(String key) {
        String html = texts.get(key);
        return html == null ? "" : PlainText.of(html);
    }
}
