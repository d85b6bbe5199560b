package org.aforo.service.topics.internal.filter;

import java.util.List;
import java.util.Map;

/**
 * An object of a policy: all its names have to fit, and one alternative of each {@code $or}.
 *
 * @param names what is asked of each name
 * @param ors   alternatives
 */
record Fields(Map<String, Node> names, List<List<Fields>> ors) {

    private static final long MANY = 1_000_000;

    /** What is asked of a name. */
    sealed interface Node {
    }

    /** One of these has to fit one of its values. */
    record Leaf(List<Condition> conditions) implements Node {
        boolean fits(List<Value> values) {
            for (Condition condition : conditions) {
                boolean fits = condition instanceof Condition.Exists exists ? exists.wanted() != values.isEmpty()
                        : values.stream().anyMatch(condition::test);
                if (fits) {
                    return true;
                }
            }
            return false;
        }
    }

    /** An object in it has to fit. */
    record Nested(Fields fields) implements Node {
    }

    /** Something whose values are asked by name. */
    interface Source {
        /** The plain values of a name, those of a list each; none when there is no such name. */
        List<Value> values(String name);

        /** The objects of a name; one without anything in it when there are none. */
        List<? extends Source> inside(String name);
    }

    boolean fit(Source source) {
        for (Map.Entry<String, Node> each : names.entrySet()) {
            boolean fits = switch (each.getValue()) {
                case Leaf leaf -> leaf.fits(source.values(each.getKey()));
                case Nested nested -> source.inside(each.getKey()).stream().anyMatch(nested.fields()::fit);
            };
            if (!fits) {
                return false;
            }
        }
        return ors.stream().allMatch(or -> or.stream().anyMatch(fields -> fields.fit(source)));
    }

    /** Whether objects are asked for within objects. */
    boolean nested() {
        return names.values().stream().anyMatch(Nested.class::isInstance)
                || ors.stream().anyMatch(or -> or.stream().anyMatch(Fields::nested));
    }

    /**
     * How many combinations of values there are, as AWS counts: a list's length by how deep it stands. Of more than
     * {@value #MANY} that many.
     *
     * @param before those of what stands beside it
     */
    long combinations(int depth, long before) {
        long count = before;
        for (Node node : names.values()) {
            count = Math.min(MANY, switch (node) {
                case Leaf leaf -> count * leaf.conditions().size() * depth;
                case Nested nested -> nested.fields().combinations(depth + 1, count);
            });
        }
        for (List<Fields> or : ors) {
            long each = count;
            count = Math.min(MANY, or.stream().mapToLong(fields -> fields.combinations(depth, each)).sum());
        }
        return count;
    }
}
