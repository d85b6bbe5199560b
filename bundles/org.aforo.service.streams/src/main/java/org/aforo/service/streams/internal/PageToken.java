package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * Where a list goes on, good for five minutes.
 *
 * @param list   the list it belongs to
 * @param place  what it goes on after, and what else the list needs; without slashes
 * @param issued when it was given out, in milliseconds
 */
public record PageToken(String list, StreamName stream, String place, long issued) {

    private static final int FIELDS = 6;

    /** Opens a token of a list. */
    public static PageToken parse(String token, String list, long now) throws AwsError {
        String[] fields = Token.open(token, FIELDS);
        if (fields == null || !fields[0].equals(list)) {
            throw Errors.invalidToken();
        }
        PageToken page = new PageToken(list, new StreamName(fields[1], fields[2], fields[3]), fields[4],
                number(fields[5]));
        if (now - page.issued > Limits.TOKEN_MILLIS) {
            throw Errors.expiredToken();
        }
        return page;
    }

    /** A number in a token; one that isn't makes the token invalid. */
    public static long number(String text) throws AwsError {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Errors.invalidToken();
        }
    }

    @Override
    public String toString() {
        return Token.seal(list, stream.account(), stream.region(), stream.name(), place, issued);
    }
}
