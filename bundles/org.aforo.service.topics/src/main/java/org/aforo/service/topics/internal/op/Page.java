package org.aforo.service.topics.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

import org.aforo.api.endpoint.AwsError;
import org.aforo.service.topics.internal.Errors;

/**
 * A part of a list. The token names what was told last, so that what comes and goes meanwhile moves nothing.
 *
 * @param next null when there is no more
 */
record Page<T>(List<T> items, String next) {

    /**
     * @param all  in order of their names
     * @param name of an item
     * @throws AwsError {@code InvalidParameter} when the token isn't one
     */
    static <T> Page<T> of(List<T> all, Function<T, String> name, String token, long size) {
        String after = token == null || token.isEmpty() ? null : decode(token);
        List<T> rest = after == null ? all
                : all.stream().filter(each -> name.apply(each).compareTo(after) > 0).toList();
        if (rest.size() <= size) {
            return new Page<>(rest, null);
        }
        List<T> items = rest.subList(0, (int) size);
        return new Page<>(items, Base64.getEncoder()
                .encodeToString(name.apply(items.getLast()).getBytes(StandardCharsets.UTF_8)));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Errors.parameter("NextToken");
        }
    }
}
