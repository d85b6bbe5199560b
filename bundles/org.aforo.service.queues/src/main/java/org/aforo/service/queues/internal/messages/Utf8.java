package org.aforo.service.queues.internal.messages;

/** Texts as bytes, which sizes are told in. */
public final class Utf8 {

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private Utf8() {
    }

    /** A text's length in UTF-8, without encoding it; 0 for null. */
    public static int length(String text) {
        int length = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair is two of its four bytes.
            length += c < ONE_BYTE ? 1 : c < TWO_BYTES || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
