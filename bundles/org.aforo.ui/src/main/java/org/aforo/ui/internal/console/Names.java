package org.aforo.ui.internal.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What AWS's tools call the names of its models. */
final class Names {

    private static final Pattern PLURAL = Pattern.compile("[A-Z]{2,}s$");
    private static final Pattern WORD = Pattern.compile("(.)([A-Z][a-z]+)");
    private static final Pattern END = Pattern.compile("([a-z0-9])([A-Z])");

    private Names() {
    }

    /** As the CLI ({@code -}) and Python ({@code _}) write it: {@code PutRecord} is {@code put-record}. */
    static String separated(String name, String separator) {
        if (name.contains(separator)) {
            return name;
        }
        String text = name;
        Matcher plural = PLURAL.matcher(text);
        if (plural.find()) {
            text = text.substring(0, plural.start()) + separator + plural.group().toLowerCase(Locale.ROOT);
        }
        text = WORD.matcher(text).replaceAll("$1" + separator + "$2");
        return END.matcher(text).replaceAll("$1" + separator + "$2").toLowerCase(Locale.ROOT);
    }

    /** A Java setter or method: the capitals at the start in lower case, but the one that starts the next word. */
    static String method(String name) {
        int end = 1;
        while (end < name.length() && Character.isUpperCase(name.charAt(end))
                && !(end + 1 < name.length() && Character.isLowerCase(name.charAt(end + 1)))) {
            end++;
        }
        return name.substring(0, end).toLowerCase(Locale.ROOT) + name.substring(end);
    }

    /** A Java class: {@code KMSEncryptionConfig} is {@code KmsEncryptionConfig}. */
    static String type(String name) {
        String spaced = name.replaceAll("[^A-Za-z0-9]+", " ")
                .replaceAll("([^a-z]{2,})v([0-9]+)", "$1 v$2 ").replaceAll("([^A-Z]{2,})V([0-9]+)", "$1 V$2 ")
                .replaceAll("(?<=[a-z])(?=[A-Z][a-zA-Z0-9])", " ").replaceAll("([A-Z]+)([A-Z][a-z])", "$1 $2")
                .replaceAll("([0-9])([a-zA-Z])", "$1 $2");
        return Arrays.stream(spaced.strip().split(" +")).map(Names::capitalized).collect(Collectors.joining());
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }
}
