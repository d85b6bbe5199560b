package org.aforo.service.store.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.aforo.service.store.internal.disk.ObjectMeta;

/**
 * The bytes of an object that a request asks for, by a range or a part's number.
 *
 * @param partial whether a range or part was asked for, even if it is all there is
 */
public record Selection(long offset, long length, long size, boolean partial) {

    private static final Pattern RANGE = Pattern.compile("bytes\\s*=\\s*(\\d*)\\s*-\\s*(\\d*)");
    private static final Pattern EXACT = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

    /**
     * @param range as in {@code Range}; one that isn't well-formed, or of several pieces, counts for nothing
     * @param part  number, or null
     */
    public static Selection of(ObjectMeta object, String range, Integer part) {
        if (range != null && part != null) {
            throw S3Error.invalidRequest("Cannot specify both Range header and partNumber query parameter");
        }
        if (part != null) {
            return ofPart(object, part);
        }
        Matcher wanted = range == null ? null : RANGE.matcher(range.trim());
        if (wanted == null || !wanted.matches() || wanted.group(1).isEmpty() && wanted.group(2).isEmpty()) {
            return new Selection(0, object.size(), object.size(), false);
        }
        return ofRange(object.size(), range, wanted.group(1), wanted.group(2));
    }

    /** For copying a part: both ends must be there and lie within the source. */
    public static Selection exact(ObjectMeta source, String range) {
        Matcher wanted = EXACT.matcher(range);
        if (!wanted.matches()) {
            throw S3Error.invalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last "
                    + "where first and last are the zero-based offsets of the first and last bytes to copy",
                    "x-amz-copy-source-range", range);
        }
        long first = Long.parseLong(wanted.group(1));
        long last = Long.parseLong(wanted.group(2));
        if (first > last || last >= source.size()) {
            throw S3Error.invalidArgument("Range specified is not valid for source object of size: " + source.size(),
                    "x-amz-copy-source-range", range);
        }
        return new Selection(first, last - first + 1, source.size(), true);
    }

    /** As in {@code Content-Range}; null for the whole. */
    public String contentRange() {
        return partial && length > 0 ? "bytes " + offset + '-' + (offset + length - 1) + '/' + size : null;
    }

    private static Selection ofRange(long size, String range, String from, String to) {
        long first = from.isEmpty() ? size - Math.min(size, number(to)) : number(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Math.min(size - 1, number(to));
        if (!from.isEmpty() && !to.isEmpty() && number(to) < number(from)) {
            return new Selection(0, size, size, false);
        }
        if (first >= size) {
            throw S3Error.invalidRange(range, size);
        }
        return new Selection(first, last - first + 1, size, true);
    }

    private static Selection ofPart(ObjectMeta object, int part) {
        int count = Math.max(1, object.parts().size());
        if (part < 1 || part > count) {
            throw S3Error.invalidPartNumber(part, count);
        }
        if (object.parts().isEmpty()) {
            return new Selection(0, object.size(), object.size(), true);
        }
        long offset = object.parts().subList(0, part - 1).stream().mapToLong(Long::longValue).sum();
        return new Selection(offset, object.parts().get(part - 1), object.size(), true);
    }

    /** Beyond any size once it has too many digits. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
    }
}
