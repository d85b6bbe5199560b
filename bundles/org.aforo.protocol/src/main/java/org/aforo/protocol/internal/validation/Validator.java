package org.aforo.protocol.internal.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.api.endpoint.ApiCaller;
import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Struct;

/** Checks an input against its model's constraints, in the model's order. */
public final class Validator {

    private final Violations found = new Violations();
    /** Whether each entry of a list or map is told of by itself, as Smithy's framework does. */
    private final boolean singly;

    private Validator(boolean singly) {
        this.singly = singly;
    }

    /**
     * Checks an input.
     *
     * @throws AwsError ValidationException in AWS's words, telling the first few violations
     */
    public static void check(ServiceModel model, Struct input) {
        Optional<Found> found = violations(model, input);
        if (found.isPresent()) {
            throw found.get().error();
        }
    }

    /** What is wrong with an input: the error as a whole, and each violation. */
    public record Found(AwsError error, List<ApiCaller.Violation> violations) {
    }

    /** As {@link #check}, giving what it would throw. */
    public static Optional<Found> violations(ServiceModel model, Struct input) {
        if (!input.shape().constrained()) {
            return Optional.empty();
        }
        Validator validator = new Validator(Violations.byFramework(model));
        validator.struct(input);
        return validator.found.isEmpty() ? Optional.empty()
                : Optional.of(new Found(validator.found.error(model), validator.found.each()));
    }

    private void struct(Struct struct) {
        Shape shape = struct.shape();
        if (shape.traits().union() && struct.count() != 1) {
            throw AwsError.client("SerializationException", null);
        }
        for (int i = 0; i < shape.size(); i++) {
            Member member = shape.at(i);
            Object value = struct.get(i);
            if (value == null) {
                if (member.required()) {
                    found.enter(member);
                    found.missing();
                    found.leave();
                }
            } else if (member.shape().constrained()) {
                found.enter(member);
                value(member.shape(), value);
                found.leave();
            }
        }
    }

    private void value(Shape shape, Object value) {
        if (!shape.constraints().none()) {
            Checks.check(shape, value, found);
        }
        content(shape, value);
    }

    private void content(Shape shape, Object value) {
        switch (shape.kind()) {
            case STRUCTURE -> struct((Struct) value);
            case LIST -> list(shape, (List<?>) value);
            case MAP -> map(shape, (Map<?, ?>) value);
            default -> {
                // has nothing in it
            }
        }
    }

    private void list(Shape shape, List<?> list) {
        Shape item = shape.item().shape();
        if (!singly) {
            Entries.list(item, list, found);
        }
        for (int i = 0, n = list.size(); i < n; i++) {
            Object value = list.get(i);
            if (value != null && !item.constrained()) {
                continue;
            }
            found.item(i);
            if (value != null) {
                entry(item, value);
            } else if (!shape.traits().sparse()) {
                found.missing();
            }
            found.leave();
        }
    }

    /** Its own constraints unless they were checked with all others', and what is in it. */
    private void entry(Shape shape, Object value) {
        if (singly) {
            value(shape, value);
        } else {
            content(shape, value);
        }
    }

    private void map(Shape shape, Map<?, ?> map) {
        if (!singly) {
            Entries.map(shape, map, found);
        }
        map.forEach((key, value) -> {
            found.key((String) key);
            if (singly && shape.key().shape().constrained()) {
                Checks.check(shape.key().shape(), key, found);
            }
            if (value != null) {
                entry(shape.value().shape(), value);
            } else if (!shape.traits().sparse()) {
                found.missing();
            }
            found.leave();
        });
    }
}
