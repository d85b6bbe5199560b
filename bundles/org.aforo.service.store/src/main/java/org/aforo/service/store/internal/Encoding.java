package org.aforo.service.store.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How keys are written in listings: as they are, or percent-encoded where the client asks for it. */
public enum Encoding {
    PLAIN, URL;

    /** From {@code encoding-type}, which may be null. */
    public static Encoding of(String type) {
        if (type == null) {
            return PLAIN;
        }
        if (type.equalsIgnoreCase("url")) {
            return URL;
        }
        throw S3Error.invalidArgument("Invalid Encoding Method specified in Request", "encoding-type", type);
    }

    /** A key, prefix or delimiter as it is to be written; null stays null. */
    public String write(String text) {
        if (this == PLAIN || text == null) {
            return text;
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /** As in the answer; null when there is nothing to say. */
    public String type() {
        return this == URL ? "url" : null;
    }
}
