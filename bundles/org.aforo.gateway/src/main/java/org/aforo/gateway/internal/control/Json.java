package org.aforo.gateway.internal.control;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON by streaming alone: binding would cost a good part of the start. */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(64).maxStringLength(16 << 20).build()).build();

    private static final String[] FRACTIONS = fractions();

    private Json() {
    }

    /** {@code .001} to {@code .999}, without noughts at the end. */
    private static String[] fractions() {
        String[] texts = new String[1000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "." + String.valueOf(1000 + i).substring(1).replaceFirst("0+$", "");
        }
        return texts;
    }

    /** What {@code content} writes. */
    public static String text(Consumer<JsonGenerator> content) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator gen = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            content.accept(gen);
        }
        return out.toString();
    }

    /** The same in UTF-8. */
    static byte[] bytes(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator gen = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            content.accept(gen);
        }
        return out.toByteArray();
    }

    /** Writes {@code {"error":{"code","message"}}}. */
    public static void error(JsonGenerator gen, String code, String message) {
        gen.writeStartObject();
        gen.writeObjectPropertyStart("error");
        gen.writeStringProperty("code", code);
        gen.writeStringProperty("message", message);
        gen.writeEndObject();
        gen.writeEndObject();
    }

    /**
     * Reads an object; numbers come as {@link Long}, {@link Double} or their big siblings.
     *
     * @throws ControlException when it isn't JSON or not an object
     */
    static Map<String, Object> object(ByteBuffer bytes) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bytes.array(),
                bytes.arrayOffset() + bytes.position(), bytes.remaining())) {
            return JsonReader.object(parser);
        }
    }

    /** Writes maps, lists and plain values; bytes as Base64, moments as ISO 8601, spans in seconds. */
    static void value(JsonGenerator gen, Object value) {
        switch (value) {
            case null -> gen.writeNull();
            case String text -> gen.writeString(text);
            case Boolean bool -> gen.writeBoolean(bool);
            case Integer number -> gen.writeNumber(number);
            case Long number -> gen.writeNumber(number);
            case Number number -> number(gen, number);
            case Instant moment -> gen.writeString(moment.toString());
            case Duration span -> gen.writeNumber(span.toNanos() / 1e9);
            case ByteBuffer bytes -> gen.writeString(base64(bytes));
            case byte[] bytes -> gen.writeBinary(bytes);
            case List<?> list -> {
                gen.writeStartArray();
                list.forEach(element -> value(gen, element));
                gen.writeEndArray();
            }
            case Map<?, ?> map -> {
                gen.writeStartObject();
                map.forEach((name, element) -> {
                    gen.writeName(String.valueOf(name));
                    value(gen, element);
                });
                gen.writeEndObject();
            }
            default -> gen.writeString(value.toString());
        }
    }

    private static void number(JsonGenerator gen, Number number) {
        double value = number.doubleValue();
        if (Double.isFinite(value)) {
            gen.writeNumber(number.toString());
        } else {
            gen.writeNull();
        }
    }

    private static String base64(ByteBuffer bytes) {
        ByteBuffer copy = Base64.getEncoder().encode(bytes.duplicate());
        return new String(copy.array(), 0, copy.limit(), StandardCharsets.ISO_8859_1);
    }

    /** A figure to three decimals; nought where it is no number. */
    static long thousandths(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) : 0;
    }

    /** Writes a figure given in thousandths. */
    static void thousandths(JsonGenerator gen, long value) {
        long rest = Math.abs(value % 1000);
        if (rest == 0) {
            gen.writeNumber(value / 1000);
        } else {
            // written by hand: the shortest text of a double is dear, and a feed writes thousands a second
            gen.writeRawValue((value < 0 ? "-" : "") + Math.abs(value / 1000) + FRACTIONS[(int) rest]);
        }
    }

    /** Writes a number, or null where there is no limit. */
    static void limit(JsonGenerator gen, String name, long value) {
        if (value == Long.MAX_VALUE) {
            gen.writeNullProperty(name);
        } else {
            gen.writeNumberProperty(name, value);
        }
    }

    /** Writes a moment, or null. */
    static void moment(JsonGenerator gen, String name, Instant moment) {
        if (moment == null) {
            gen.writeNullProperty(name);
        } else {
            gen.writeStringProperty(name, moment.toString());
        }
    }
}
