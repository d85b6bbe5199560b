package org.aforo.scenario.internal.call;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What operations answered, for later ones to refer to: {@code ${answer.NAME.Shards[0].ShardId}}. Safe for many
 * threads.
 */
public final class Answers {

    /** The first group is the answer's name, the second the path in it. */
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{answer\\.([\\w-]+)((?:\\.\\w+|\\[\\d+\\])*)\\}");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[(\\d+)\\]");

    private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();

    /** The names of the answers that a text refers to. */
    public static List<String> names(String text) {
        return REFERENCE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    void put(String name, Map<String, Object> answer) {
        answers.put(name, answer);
    }

    /**
     * An input with its references filled in; a text that is nothing but a reference becomes the value itself.
     *
     * @throws IllegalArgumentException what isn't there
     */
    Map<String, Object> fill(Map<String, Object> input) {
        Map<String, Object> filled = new LinkedHashMap<>();
        input.forEach((key, value) -> filled.put(key, value(value)));
        return filled;
    }

    @SuppressWarnings("unchecked")
    private Object value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> map -> fill((Map<String, Object>) map);
            case List<?> list -> {
                List<Object> filled = new ArrayList<>();
                list.forEach(item -> filled.add(value(item)));
                yield filled;
            }
            case null -> null;
            default -> value;
        };
    }

    private Object text(String text) {
        Matcher reference = REFERENCE.matcher(text);
        return reference.matches() ? lookUp(reference)
                : reference.replaceAll(found -> Matcher.quoteReplacement(String.valueOf(lookUp(found))));
    }

    private Object lookUp(MatchResult reference) {
        Object value = answers.get(reference.group(1));
        Matcher step = STEP.matcher(reference.group(2));
        while (value != null && step.find()) {
            String member = step.group(1);
            value = member != null ? value instanceof Map<?, ?> map ? map.get(member) : null
                    : item(value, step.group(2));
        }
        if (value == null) {
            throw new IllegalArgumentException("there is no " + reference.group());
        }
        return value;
    }

    private static Object item(Object value, String index) {
        int at = index.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(index);
        return value instanceof List<?> list && at < list.size() ? list.get(at) : null;
    }
}
