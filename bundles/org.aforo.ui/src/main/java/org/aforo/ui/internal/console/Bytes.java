package org.aforo.ui.internal.console;

import java.util.Base64;
import java.util.Optional;

import org.aforo.ui.internal.forms.BlobNode;

/** Blobs of an input: Base64 there, best as text where they are text. */
final class Bytes {

    private Bytes() {
    }

    /** The text in them, if that is what they are. */
    static Optional<String> text(String base64) {
        try {
            return BlobNode.readable(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
