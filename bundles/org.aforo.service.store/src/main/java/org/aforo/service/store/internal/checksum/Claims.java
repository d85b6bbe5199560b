package org.aforo.service.store.internal.checksum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.service.store.internal.S3Error;

/**
 * What a client says of the body it sends, to be verified once it is there.
 *
 * @param md5       in Base64, or null
 * @param algorithm that the body is to be checked with; null for S3's own choice
 * @param value     in Base64; null when it comes as a trailer, or when there is none
 * @param trailer   whether the value comes as a trailer
 */
public record Claims(String md5, Algorithm algorithm, String value, boolean trailer) {

    /** Nothing is claimed; the body is summed up with that algorithm, or S3's own choice for null. */
    public static Claims computed(Algorithm algorithm) {
        return new Claims(null, algorithm, null, false);
    }

    /** Nothing is claimed. */
    public static final Claims NONE = new Claims(null, null, null, false);

    private static final String PREFIX = "x-amz-checksum-";

    /**
     * Reads the headers.
     *
     * @param md5       {@code Content-MD5}
     * @param checksums values by algorithm, as in {@code x-amz-checksum-...}
     * @param algorithm {@code x-amz-sdk-checksum-algorithm}
     * @param trailer   {@code x-amz-trailer}
     */
    public static Claims of(String md5, Map<String, String> checksums, String algorithm, String trailer) {
        checkMd5(md5);
        List<Algorithm> found = new ArrayList<>();
        for (Algorithm candidate : Algorithm.values()) {
            if (checksums != null && checksums.containsKey(candidate.suffix()) || announces(trailer, candidate)) {
                found.add(candidate);
            }
        }
        if (found.size() > 1) {
            throw S3Error.invalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are "
                    + "not allowed.");
        }
        if (found.isEmpty()) {
            if (algorithm != null && md5 == null) {
                throw S3Error.invalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding "
                        + "x-amz-checksum-* or x-amz-trailer headers were found.");
            }
            return new Claims(md5, null, null, false);
        }
        Algorithm one = found.getFirst();
        String value = checksums == null ? null : checksums.get(one.suffix());
        if (value != null && !isBase64(value, one.bytes())) {
            throw S3Error.invalidRequest("Value for " + PREFIX + one.suffix() + " header is invalid.");
        }
        return new Claims(md5, one, value, value == null);
    }

    /** Compares with what was received; throws {@code BadDigest} where it differs. */
    public void verify(byte[] actualMd5, Sum actual, Map<String, String> trailers) {
        String calculated = Base64.getEncoder().encodeToString(actualMd5);
        if (md5 != null && !Arrays.equals(Base64.getDecoder().decode(md5), actualMd5)) {
            throw S3Error.badMd5(md5, calculated);
        }
        if (value == null && !trailer) {
            return;
        }
        String expected = trailer ? trailers.get(PREFIX + algorithm.suffix()) : value;
        if (expected == null || !isBase64(expected.trim(), algorithm.bytes())) {
            throw S3Error.invalidRequest("Value for " + PREFIX + algorithm.suffix() + " trailing header is invalid.");
        }
        if (!expected.trim().equals(actual.value())) {
            throw S3Error.badChecksum(algorithm.name());
        }
    }

    private static boolean announces(String trailer, Algorithm algorithm) {
        return trailer != null && Arrays.stream(trailer.split(","))
                .anyMatch(name -> name.trim().toLowerCase(Locale.ROOT).equals(PREFIX + algorithm.suffix()));
    }

    private static void checkMd5(String md5) {
        if (md5 != null && !isBase64(md5, 16)) {
            throw S3Error.invalidDigest(md5);
        }
    }

    private static boolean isBase64(String text, int bytes) {
        try {
            return Base64.getDecoder().decode(text).length == bytes;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
