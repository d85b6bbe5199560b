package org.aforo.service.queues.internal.messages;

import java.util.regex.Pattern;

/**
 * Which characters go where.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">
 *      SendMessage</a>
 */
final class Characters {

    static final String ALLOWED = "#x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]";

    private static final int NONE = -1;
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private Characters() {
    }

    /** As {@link #forbidden(String)}; most texts are seen to be good by their bytes in UTF-8, at a glance. */
    static int forbidden(String text, byte[] utf8) {
        int signs = 0;
        for (byte b : utf8) {
            signs |= b - ' ';
        }
        return signs >= 0 ? NONE : forbidden(text);
    }

    /** The first character that a body or a text attribute may not have, or -1. */
    static int forbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c > '\uFFFD') {
                return c;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return c;
                }
                i++;
            }
        }
        return NONE;
    }

    /** Whether it is a message group's or a deduplication id: letters, digits, punctuation. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The first character that an attribute's name may not have, or -1. */
    static int forbiddenInName(String name) {
        return name.codePoints().filter(c -> !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                || c == '_' || c == '-' || c == '.')).findFirst().orElse(NONE);
    }
}
