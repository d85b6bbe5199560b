package org.aforo.protocol.internal.describe;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML of AWS's models as text: a blank line between paragraphs, a dash before each item of a list. */
final class PlainText {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ITEM = Pattern.compile("<li\\b[^>]*>\\s*(?:<p>)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile(
            "</?(?:p|ul|ol|dl|dt|dd|div|note|important|pre|fullname|h\\d|table|tr)\\b[^>]*>|<br\\s*/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{2,8});");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos",
            "'", "nbsp", " ");

    private PlainText() {
    }

    static String of(String html) {
        String text = SPACE.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll(" ");
        text = ITEM.matcher(text).replaceAll("\n- ");
        text = BLOCK.matcher(text).replaceAll("\n\n");
        text = entities(TAG.matcher(text).replaceAll(""));
        return text.replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").replaceAll(" {2,}", " ")
                .replaceAll("\n\n(?=- )", "\n").strip();
    }

    private static String entities(String text) {
        Matcher entity = ENTITY.matcher(text);
        return entity.replaceAll(m -> Matcher.quoteReplacement(character(m.group(1), m.group())));
    }

    private static String character(String name, String otherwise) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name.toLowerCase(Locale.ROOT), otherwise);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) ? Character.toString(code) : otherwise;
    }
}
