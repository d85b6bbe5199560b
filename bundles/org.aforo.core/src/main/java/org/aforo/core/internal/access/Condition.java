package org.aforo.core.internal.access;

import java.util.List;

/**
 * What must hold of one key of a request. A key that the request hasn't got meets no positive comparison and every
 * negated one. A bench's keys have one value each, so what is to hold for any or for all of them differs in that alone.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *      Operators</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">
 *      Set operators</a>
 */
sealed interface Condition {

    boolean holds(RequestKeys keys);

    /** Compares a request's value with one of the policy's. */
    @FunctionalInterface
    interface Test {
        boolean passes(String value, RequestKeys keys);
    }

    /**
     * A comparison.
     *
     * @param key     in small letters
     * @param negated whether the value must pass none of the tests, not one
     * @param absent  whether it holds when there is no such key
     */
    record Compared(String key, boolean negated, boolean absent, List<Test> tests) implements Condition {

        @Override
        public boolean holds(RequestKeys keys) {
            String value = keys.get(key);
            return value == null ? absent : negated != tests.stream().anyMatch(test -> test.passes(value, keys));
        }
    }

    /** Whether the key is there, or isn't. */
    record Present(String key, List<Boolean> missing) implements Condition {

        @Override
        public boolean holds(RequestKeys keys) {
            return missing.contains(keys.get(key) == null);
        }
    }
}
