package org.aforo.service.streams.internal;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.api.endpoint.AwsError;

/**
 * What tags may be.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/tagging.html">Tagging your streams</a>
 */
public final class TagRules {

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}\\s_./=+\\-%@:]*");
    private static final String RESERVED = "aws:";
    private static final String ADD = "add tags to";

    private TagRules() {
    }

    /**
     * Checks tags that are to be added.
     *
     * @param name the stream's, or that of the consumer's stream
     */
    public static void check(Map<String, String> tags, StreamName name) throws AwsError {
        check(tags.keySet(), ADD, name);
        check(tags.values(), ADD, name);
        if (tags.keySet().stream().anyMatch(key -> key.regionMatches(true, 0, RESERVED, 0, RESERVED.length()))) {
            throw Errors.invalid("Failed to " + ADD + " stream " + name.label()
                    + " because tag keys that begin with aws: are reserved for use by AWS.");
        }
    }

    /**
     * Checks keys or values. AWS names the percent sign among the valid characters, and then refuses it.
     *
     * @param failed what can't be done: {@code remove tags from}
     */
    public static void check(Collection<String> texts, String failed, StreamName name) throws AwsError {
        if (!texts.stream().allMatch(text -> ALLOWED.matcher(text).matches())) {
            throw Errors.invalid("Some tags contain invalid characters. Valid characters: "
                    + "Unicode letters, digits, white space, _ . / = + - % @ :.");
        }
        if (texts.stream().anyMatch(text -> text.indexOf('%') >= 0)) {
            throw Errors.invalid("Failed to " + failed + " stream " + name.label()
                    + " because some tags contained illegal characters. The allowed characters are "
                    + "Unicode letters, white-spaces, '_',',','/','=','+','-','@',':'.");
        }
    }

    /** Checks how many a stream would have. */
    public static void checkCount(int count, long most, StreamName name) throws AwsError {
        if (count > most) {
            throw Errors.invalid("Failed to add tags to stream " + name.label()
                    + " because a given stream cannot have more than " + most + " tags associated with it.");
        }
    }
}
