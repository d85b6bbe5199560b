package org.aforo.service.store.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

import org.aforo.api.endpoint.AwsError;

/**
 * Tags of objects.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html">Object tagging</a>
 */
public final class Tags {

    private static final int COUNT = 10;
    private static final int KEY = 128;
    private static final int VALUE = 256;

    private Tags() {
    }

    /** From {@code x-amz-tagging}, which is written like a query; null for none. */
    public static Map<String, String> parse(String header) {
        Map<String, String> tags = new TreeMap<>();
        if (header == null || header.isEmpty()) {
            return tags;
        }
        for (String pair : header.split("&")) {
            String[] sides = pair.split("=", 2);
            add(tags, decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
        }
        return tags;
    }

    /** Adds one, if S3 would take it. */
    public static void add(Map<String, String> tags, String key, String value) {
        if (key.isEmpty() || key.length() > KEY) {
            throw S3Error.invalidTag("The TagKey you have provided is invalid");
        }
        if (value.length() > VALUE) {
            throw S3Error.invalidTag("The TagValue you have provided is invalid");
        }
        if (tags.put(key, value) != null) {
            throw S3Error.invalidTag("Cannot provide multiple Tags with the same key");
        }
        if (tags.size() > COUNT) {
            throw AwsError.client("BadRequest", "Object tags cannot be greater than 10");
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Error.invalidArgument("The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL "
                    + "query parameters without tag name duplicates.", "x-amz-tagging", text);
        }
    }
}
