package org.aforo.service.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Continuation tokens: opaque to clients, the last thing listed to us. */
public final class Tokens {

    private Tokens() {
    }

    /** A token that says where a listing stopped. */
    public static String write(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(('1' + last).getBytes(StandardCharsets.UTF_8));
    }

    /** Where the listing stopped. */
    public static String read(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith("1")) {
                return text.substring(1);
            }
        } catch (IllegalArgumentException e) {
            // Told below, as for any token that isn't ours.
        }
        throw S3Error.invalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }
}
