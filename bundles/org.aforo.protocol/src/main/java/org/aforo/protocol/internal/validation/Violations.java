package org.aforo.protocol.internal.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;

/** What is wrong so far, and where the look is at the moment. */
final class Violations {

    /** AWS tells no more. */
    private static final int MOST = 10;

    private final List<Violation> found = new ArrayList<>(0);
    /** The way: a step is a member, a map's key, or null for the list's item that {@link #items} tells. */
    private Object[] steps = new Object[16];
    private int[] items = new int[16];
    private int depth;

    boolean isEmpty() {
        return found.isEmpty();
    }

    void enter(Member member) {
        push(member, 0);
    }

    void item(int index) {
        push(null, index);
    }

    void key(String key) {
        push(key, 0);
    }

    private void push(Object step, int item) {
        if (depth == steps.length) {
            steps = Arrays.copyOf(steps, depth * 2);
            items = Arrays.copyOf(items, depth * 2);
        }
        steps[depth] = step;
        items[depth++] = item;
    }

    void leave() {
        depth--;
    }

    void missing() {
        add(null, "Member must not be null", "Member must not be null");
    }

    void add(String value, String constraint, String framework) {
        if (found.size() < MOST) {
            found.add(new Violation(path(), pointer(), value, constraint, framework));
        }
    }

    /** {@code records.1.member.data}: lower first letters, items from 1. */
    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            path.append(i == 0 ? "" : ".");
            switch (steps[i]) {
                case Member member -> path.append(Character.toLowerCase(member.name().charAt(0)))
                        .append(member.name(), 1, member.name().length());
                case null -> path.append(items[i] + 1).append(".member");
                default -> path.append(steps[i]).append(".member");
            }
        }
        return path.toString();
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            pointer.append('/');
            switch (steps[i]) {
                case Member member -> pointer.append(member.name());
                case null -> pointer.append(items[i]);
                default -> pointer.append(steps[i]);
            }
        }
        return pointer.toString();
    }

    /** Whether a model's service tells of violations as Smithy's validation framework does. */
    static boolean byFramework(ServiceModel model) {
        Shape shape = model == null ? null : model.error("ValidationException");
        return shape != null && shape.member("fieldList") != null;
    }

    /** The error: in the framework's form where the model has that, else in the form AWS's older services give. */
    AwsError error(ServiceModel model) {
        if (byFramework(model)) {
            return framework();
        }
        if (model != null && model.missing() != null && found.getFirst().value() == null) {
            return AwsError.client(model.missing(),
                    "The request must contain the parameter " + found.getFirst().parameter()
                            + '.');
        }
        StringBuilder text = new StringBuilder().append(found.size()).append(" validation error")
                .append(found.size() == 1 ? "" : "s").append(" detected: ");
        for (int i = 0; i < found.size(); i++) {
            text.append(i == 0 ? "" : "; ").append(text(found.get(i)));
        }
        return AwsError.client(code(model), text.toString());
    }

    /** Services that speak the query protocol, and be it for old clients' sake, have another name for it. */
    private static String code(ServiceModel model) {
        return model != null && model.protocols().contains("query") ? "ValidationError" : "ValidationException";
    }

    private static String text(Violation v) {
        return "Value " + (v.value() == null ? "null" : '\'' + v.value() + '\'') + " at '" + v.path()
                + "' failed to satisfy constraint: " + v.constraint();
    }

    /** Each on its own. */
    List<ApiCaller.Violation> each() {
        return found.stream().map(v -> new ApiCaller.Violation(v.path(), text(v))).toList();
    }

    private AwsError framework() {
        StringBuilder text = new StringBuilder().append(found.size()).append(" validation error")
                .append(found.size() == 1 ? "" : "s").append(" detected. ");
        List<Object> fields = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Violation v = found.get(i);
            String message = "Value at '" + v.pointer() + "' failed to satisfy constraint: " + v.framework();
            text.append(i == 0 ? "" : "; ").append(message);
            fields.add(Map.of("message", message, "path", v.pointer()));
        }
        return new AwsError("ValidationException", 400, text.toString(), Map.of("fieldList", fields));
    }
}
