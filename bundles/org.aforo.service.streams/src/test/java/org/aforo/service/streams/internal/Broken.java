package org.aforo.service.streams.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;

/**
 * A value that breaks its shape's constraints, made of the model.
 *
 * @param path       of what is broken, as AWS writes it; empty for the value itself
 * @param value      the value as a whole
 * @param told       what is broken, as AWS writes it; null when it is missing
 * @param constraints what AWS says of it, in its order; one but where a text breaks two at once
 */
record Broken(String path, Object value, String told, List<String> constraints) {

    private static final List<String> SAMPLES = List.of("ticks", "0", "abcdefghij0123456789-abc",
            "arn:aws:kinesis:us-east-1:000000000000:stream/ticks",
            "arn:aws:kinesis:us-east-1:000000000000:stream/ticks/consumer/app:1");

    /** All that can be wrong with a structure, each by itself. */
    static List<Broken> of(Shape structure) {
        List<Broken> all = new ArrayList<>();
        for (Member member : structure.members()) {
            String name = Character.toLowerCase(member.name().charAt(0)) + member.name().substring(1);
            if (member.required()) {
                all.add(new Broken(name, with(structure, member, null), null, List.of("Member must not be null")));
            }
            for (Broken each : ofValue(member.shape())) {
                all.add(each.within(name, with(structure, member, each.value)));
            }
        }
        return all;
    }

    private Broken within(String name, Object whole) {
        return new Broken(path.isEmpty() ? name : name + '.' + path, whole, told, constraints);
    }

    private static Map<String, Object> with(Shape structure, Member member, Object value) {
        Map<String, Object> whole = new LinkedHashMap<>(valid(structure));
        whole.put(member.name(), value);
        if (value == null) {
            whole.remove(member.name());
        }
        return whole;
    }

    private static List<Broken> ofValue(Shape shape) {
        return switch (shape.kind()) {
            case STRING -> texts(shape.constraints());
            case INTEGER, LONG -> numbers(shape.constraints());
            case BLOB -> blobs(shape.constraints());
            case LIST -> lists(shape);
            case MAP -> maps(shape);
            case STRUCTURE -> of(shape);
            default -> List.of();
        };
    }

    private static Broken self(Object value, String told, String... constraints) {
        return new Broken("", value, told, List.of(constraints));
    }

    private static List<Broken> texts(Constraints rules) {
        List<Broken> all = new ArrayList<>();
        String pattern = "Member must satisfy regular expression pattern: " + rules.pattern();
        String least = "Member must have length greater than or equal to " + rules.min();
        String most = "Member must have length less than or equal to " + rules.max();
        if (rules.min() != null && rules.min().intValue() > 0) {
            all.add(rules.pattern() == null ? self("", "", least) : self("", "", pattern, least));
        }
        if (rules.pattern() != null) {
            all.add(self("~ ~", "~ ~", pattern));
        }
        if (rules.max() != null) {
            all.add(tooLong(rules, pattern, most));
        }
        if (!rules.values().isEmpty()) {
            all.add(self("OTHER", "OTHER", "Member must satisfy enum value set: " + rules.values()));
        }
        return all;
    }

    private static Broken tooLong(Constraints rules, String pattern, String most) {
        String padded = valid(rules) + "9".repeat(rules.max().intValue());
        String told = padded.length() <= 2_048 ? padded : padded.substring(0, 2_048) + "...";
        boolean fits = rules.pattern() == null || matches(rules, padded);
        return fits ? self(padded, told, most) : self(padded, told, pattern, most);
    }

    private static List<Broken> numbers(Constraints rules) {
        List<Broken> all = new ArrayList<>();
        if (rules.min() != null) {
            int below = rules.min().intValue() - 1;
            all.add(self(below, Integer.toString(below),
                    "Member must have value greater than or equal to " + rules.min()));
        }
        if (rules.max() != null) {
            int above = rules.max().intValue() + 1;
            all.add(self(above, Integer.toString(above),
                    "Member must have value less than or equal to " + rules.max()));
        }
        return all;
    }

    private static List<Broken> blobs(Constraints rules) {
        if (rules.max() == null) {
            return List.of();
        }
        int size = rules.max().intValue() + 1;
        return List.of(self(new byte[size], "java.nio.HeapByteBuffer[pos=0 lim=" + size + " cap=" + size + ']',
                "Member must have length less than or equal to " + rules.max()));
    }

    private static List<Broken> lists(Shape shape) {
        Shape item = shape.item().shape();
        List<Broken> all = new ArrayList<>();
        if (shape.constraints().min() != null) {
            all.add(self(List.of(), "[]",
                    "Member must have length greater than or equal to " + shape.constraints().min()));
        }
        if (shape.constraints().max() != null) {
            List<Object> many = IntStream.rangeClosed(0, shape.constraints().max().intValue())
                    .mapToObj(i -> anyValid(item)).toList();
            all.add(self(many, null, "Member must have length less than or equal to " + shape.constraints().max()));
        }
        for (Broken each : ofValue(item)) {
            List<Object> value = List.of(anyValid(item), each.value);
            all.add(each.path.isEmpty()
                    ? together("Member", item, value, "[" + anyValid(item) + ", " + each.value + "]")
                    : new Broken("2.member." + each.path, value, each.told, each.constraints));
        }
        return all;
    }

    private static List<Broken> maps(Shape shape) {
        Shape key = shape.key().shape();
        Shape value = shape.value().shape();
        List<Broken> all = new ArrayList<>();
        if (shape.constraints().min() != null) {
            all.add(self(Map.of(), "{}",
                    "Member must have length greater than or equal to " + shape.constraints().min()));
        }
        if (shape.constraints().max() != null) {
            Map<String, Object> many = IntStream.rangeClosed(0, shape.constraints().max().intValue()).boxed()
                    .collect(Collectors.toMap(i -> "k" + i, i -> anyValid(value)));
            all.add(self(many, null, "Member must have length less than or equal to " + shape.constraints().max()));
        }
        for (Broken each : ofValue(key)) {
            all.add(together("Map keys", key, Map.of((String) each.value, anyValid(value)),
                    "{" + each.value + "=" + anyValid(value) + "}"));
        }
        for (Broken each : ofValue(value)) {
            all.add(together("Map value", value, Map.of("k", each.value), "{k=" + each.value + "}"));
        }
        return all;
    }

    private static Broken together(String who, Shape entry, Object value, String told) {
        Constraints rules = entry.constraints();
        String all = rules.values().isEmpty()
                ? "Member must have length less than or equal to " + rules.max()
                        + ", Member must have length greater than or equal to " + rules.min()
                : "Member must satisfy enum value set: " + rules.values();
        return self(value, told, who + " must satisfy constraint: [" + all + "]");
    }

    /** A value that satisfies all constraints; of a structure, what it must have. */
    static Map<String, Object> valid(Shape structure) {
        Map<String, Object> whole = new LinkedHashMap<>();
        structure.members().stream().filter(Member::required)
                .forEach(member -> whole.put(member.name(), anyValid(member.shape())));
        return whole;
    }

    private static Object anyValid(Shape shape) {
        return switch (shape.kind()) {
            case STRUCTURE -> valid(shape);
            case STRING -> valid(shape.constraints());
            case LIST -> List.of(anyValid(shape.item().shape()));
            case MAP -> Map.of("k", anyValid(shape.value().shape()));
            case BLOB -> new byte[1];
            case TIMESTAMP -> Instant.EPOCH;
            case BOOLEAN -> true;
            default -> shape.constraints().min() == null ? 24 : Math.max(1, shape.constraints().min().intValue());
        };
    }

    private static String valid(Constraints rules) {
        if (!rules.values().isEmpty()) {
            return rules.values().getFirst();
        }
        return SAMPLES.stream().filter(sample -> rules.pattern() == null || matches(rules, sample)).findFirst()
                .orElseThrow(() -> new AssertionError("No sample for " + rules.pattern()));
    }

    private static boolean matches(Constraints rules, String text) {
        return rules.anchored() ? rules.compiled().matcher(text).find() : rules.compiled().matcher(text).matches();
    }
}
