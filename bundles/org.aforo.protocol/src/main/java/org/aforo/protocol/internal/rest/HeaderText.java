package org.aforo.protocol.internal.rest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;

import org.aforo.protocol.internal.json.Base64Text;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.PullReader;
import org.aforo.protocol.internal.wire.ScalarText;

/**
 * Values in headers: lists with commas between, strings in quotes where they need it.
 *
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html#httpheader-serialization-rules">The rules</a>
 */
final class HeaderText {

    private HeaderText() {
    }

    static Object parse(Member member, String text) {
        Shape shape = member.shape();
        if (shape.kind() == Kind.LIST) {
            List<Object> list = new ArrayList<>();
            Member item = shape.item();
            split(text, item).forEach(part -> list.add(scalar(item, part)));
            return list;
        }
        return scalar(member, text);
    }

    private static Object scalar(Member member, String text) {
        if (member.shape().kind() == Kind.STRING) {
            return member.shape().traits().mediaType() == null ? text : decoded(text);
        }
        return ScalarText.parse(member, text.strip(), TimestampFormat.HTTP_DATE);
    }

    /** Strings that have a media type are in Base64, since headers can't hold all of it. */
    private static String decoded(String text) {
        return StandardCharsets.UTF_8.decode(Base64Text.decodeOrTell(text)).toString();
    }

    private static List<String> split(String text, Member item) {
        boolean dates = item.shape().kind() == Kind.TIMESTAMP
                && item.timestampFormat(TimestampFormat.HTTP_DATE) == TimestampFormat.HTTP_DATE;
        return dates ? dates(text) : values(text);
    }

    /** HTTP dates have one comma each. */
    private static List<String> dates(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
            comma = text.indexOf(',', comma + 1);
            if (comma < 0) {
                break;
            }
            parts.add(text.substring(from, comma).strip());
            from = comma + 1;
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static List<String> values(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                at = quoted(text, at + 1, parts);
            } else {
                int comma = text.indexOf(',', at);
                int end = comma < 0 ? text.length() : comma;
                parts.add(text.substring(at, end).strip());
                at = end + 1;
            }
        }
        return parts;
    }

    private static int quoted(String text, int from, List<String> parts) {
        StringBuilder part = new StringBuilder();
        int at = from;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            part.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw PullReader.malformed();
        }
        parts.add(part.toString());
        int comma = text.indexOf(',', at);
        if (!text.substring(at + 1, comma < 0 ? text.length() : comma).isBlank()) {
            throw PullReader.malformed();
        }
        return comma < 0 ? text.length() + 1 : comma + 1;
    }

    /** A value as a header's. */
    static String write(Member member, Object value) {
        if (!(value instanceof List<?> list)) {
            return scalar(member, value);
        }
        Member item = member.shape().item();
        StringJoiner text = new StringJoiner(", ");
        for (Object entry : list) {
            if (entry != null) {
                String part = scalar(item, entry);
                text.add(entry instanceof String ? quote(part) : part);
            }
        }
        return text.toString();
    }

    private static String scalar(Member member, Object value) {
        String text = ScalarText.write(member, value, TimestampFormat.HTTP_DATE);
        return member.shape().kind() == Kind.STRING && member.shape().traits().mediaType() != null
                ? Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)) : text;
    }

    private static String quote(String text) {
        boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.strip().equals(text);
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
