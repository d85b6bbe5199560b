package org.aforo.service.store.internal.disk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys as relative file paths and back. Ordinary keys are their own path; whatever no file may be
 * called on some system, or would leave its folder, is written differently, one key to one path:
 *
 * <ul>
 * <li>{@code %}, control characters and {@code " * : < > ? \ |} as {@code %XX}, as is a dot or blank at the end of
 * a segment (so {@code ..} is {@code .%2E}) and the first letter of a Windows device ({@code con});
 * <li>an empty segment as {@code %_} (so {@code a//b} is {@code a/%_/b}, and {@code a/} is {@code a/%_});
 * <li>a segment too long for a file name in pieces, as folders that end in {@code %+};
 * <li>on file systems that ignore case or can't hold Unicode names: capitals and all but ASCII as {@code %XX} too.
 * </ul>
 */
public final class KeyPaths {

    /** Ends the name of a file whose plain name is taken by a folder: {@code a} beside {@code a/b}. */
    static final String BESIDE_FOLDER = "%f";

    private static final int PIECE = 200;
    private static final String EMPTY = "%_";
    private static final String CONTINUED = "%+";
    private static final String RESERVED = "\"*:<>?\\|%";
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private final boolean plain;

    /** @param plain whether the file system tells case apart and holds Unicode names */
    public KeyPaths(boolean plain) {
        this.plain = plain;
    }

    /** The path of a key, its segments joined by slashes. */
    public String path(String key) {
        StringBuilder path = new StringBuilder(key.length() + 8);
        int from = 0;
        while (true) {
            int slash = key.indexOf('/', from);
            appendSegment(path, key.substring(from, slash < 0 ? key.length() : slash));
            if (slash < 0) {
                return path.toString();
            }
            path.append('/');
            from = slash + 1;
        }
    }

    /** The key whose {@link #path} this is, if there is one; a mark for lying beside a folder is read over. */
    public Optional<String> key(String path) {
        String bare = path.endsWith(BESIDE_FOLDER) ? path.substring(0, path.length() - BESIDE_FOLDER.length()) : path;
        ByteArrayOutputStream key = new ByteArrayOutputStream(bare.length());
        String joined = bare.replace(CONTINUED + "/", "");
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            if (c != '%') {
                int end = Character.isHighSurrogate(c) && i + 1 < joined.length() ? i + 2 : i + 1;
                key.writeBytes(joined.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            } else if (!joined.startsWith(EMPTY, i)) {
                int value = hex(joined, i + 1);
                if (value < 0) {
                    return Optional.empty();
                }
                key.write(value);
                i += 2;
            } else {
                i++;
            }
        }
        String decoded = key.toString(StandardCharsets.UTF_8);
        return path(decoded).equals(bare) ? Optional.of(decoded) : Optional.empty();
    }

    private void appendSegment(StringBuilder path, String segment) {
        if (segment.isEmpty()) {
            path.append(EMPTY);
            return;
        }
        List<String> pieces = pieces(segment);
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            path.append(nameable(pieces.get(i), last)).append(last ? "" : CONTINUED + "/");
        }
    }

    private List<String> pieces(String segment) {
        List<String> pieces = new ArrayList<>(1);
        StringBuilder piece = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < segment.length();) {
            int c = segment.codePointAt(i);
            String letter = needsEscape(c) ? escape(Character.toString(c)) : Character.toString(c);
            int size = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
                bytes = 0;
            }
            piece.append(letter);
            bytes += size;
            i += Character.charCount(c);
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private boolean needsEscape(int c) {
        return c < 0x20 || c == 0x7f || RESERVED.indexOf(c) >= 0 || !plain && (c > 0x7f || c >= 'A' && c <= 'Z');
    }

    private static String nameable(String piece, boolean last) {
        String name = piece;
        char end = name.charAt(name.length() - 1);
        if (last && (end == '.' || end == ' ')) {
            name = name.substring(0, name.length() - 1) + escape(String.valueOf(end));
        }
        return DEVICE.matcher(name).matches() ? escape(name.substring(0, 1)) + name.substring(1) : name;
    }

    private static String escape(String letter) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : letter.getBytes(StandardCharsets.UTF_8)) {
            escaped.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
        }
        return escaped.toString();
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
