package org.aforo.service.store.internal.disk;

import java.util.Comparator;

/**
 * S3's order of keys: that of their UTF-8 bytes, which differs from Java's where a surrogate pair meets
 * a character above it.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ListingKeysUsingAPIs.html">Listing keys</a>
 */
public final class KeyOrder implements Comparator<String> {

    /** The one there is. */
    public static final KeyOrder UTF8 = new KeyOrder();

    private KeyOrder() {
    }

    @Override
    public int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return weight(a) - weight(b);
            }
        }
        return left.length() - right.length();
    }

    private static int weight(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
