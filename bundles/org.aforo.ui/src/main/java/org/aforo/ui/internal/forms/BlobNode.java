package org.aforo.ui.internal.forms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Bytes: typed as text, as Base64, or taken from a file. They go as Base64; a streamed body goes as the text it is.
 */
public final class BlobNode implements FormNode {

    /** How the bytes are given. */
    public enum Form {
        TEXT, BASE64, FILE
    }

    private final Schema schema;
    private Form form = Form.TEXT;
    private String text = "";
    private byte[] bytes = {};
    private boolean blank;

    BlobNode(Schema schema) {
        this.schema = schema;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    public Form form() {
        return form;
    }

    /** The text, the Base64, or the file's name. */
    public String text() {
        return text;
    }

    /** Gives them as text or as Base64. */
    public void type(Form as, String typed) {
        form = as;
        text = typed;
        bytes = new byte[0];
        blank = false;
    }

    /** Gives them as what was read of a file. */
    public void file(String name, byte[] content) {
        form = Form.FILE;
        text = name;
        bytes = content.clone();
        blank = false;
    }

    /** The same bytes, told in another way, as far as it can tell them. */
    public void turn(Form to) {
        byte[] now = bytes();
        if (to == form || to == Form.FILE) {
            return;
        }
        if (to == Form.BASE64) {
            type(to, Base64.getEncoder().encodeToString(now));
        } else {
            Optional<String> readable = readable(now);
            readable.ifPresent(plain -> type(to, plain));
        }
    }

    private byte[] bytes() {
        return switch (form) {
            case TEXT -> text.getBytes(StandardCharsets.UTF_8);
            case FILE -> bytes;
            case BASE64 -> decoded(text).orElse(new byte[0]);
        };
    }

    @Override
    public Optional<JsonNode> json() {
        if (text.isEmpty()) {
            return blank ? Optional.of(JsonNodeFactory.instance.stringNode("")) : Optional.empty();
        }
        return Optional.of(JsonNodeFactory.instance.stringNode(schema.streaming() ? streamed() : encoded()));
    }

    private String encoded() {
        return form == Form.BASE64 ? text.strip() : Base64.getEncoder().encodeToString(bytes());
    }

    private String streamed() {
        return form == Form.TEXT ? text : new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void fill(JsonNode value) {
        String given = value == null || value.isNull() || value.isMissingNode() ? ""
                : value.isValueNode() ? value.asString() : value.toString();
        Optional<String> readable = schema.streaming() ? Optional.of(given)
                : decoded(given).flatMap(BlobNode::readable);
        if (readable.isPresent()) {
            type(Form.TEXT, readable.get());
        } else {
            type(Form.BASE64, given);
        }
        blank = value != null && value.isString() && given.isEmpty();
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Bytes as text, if they are text that people read. */
    public static Optional<String> readable(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean plain = text.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\n' || c == '\t' || c == '\r');
            return plain ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
