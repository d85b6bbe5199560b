package org.aforo.protocol.internal.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.Incoming;
import org.aforo.protocol.internal.wire.ScalarText;

/** Reads what isn't in the body: labels, parameters, headers. */
final class RestInput {

    private final Incoming in;
    private final Map<String, String> labels;
    private final BadValue badValue;

    /** Words an error about a value that can't be read. */
    @FunctionalInterface
    interface BadValue {
        AwsError of(Member member, String text, AwsError cause);
    }

    RestInput(Incoming in, Map<String, String> labels, BadValue badValue) {
        this.in = in;
        this.labels = labels;
        this.badValue = badValue;
    }

    /** Sets the members that are outside the body. */
    void head(Struct struct) {
        for (Member member : struct.shape().members()) {
            Object value = switch (member.location()) {
                case URI -> text(member, labels.get(member.wireName()), TimestampFormat.ISO_8601);
                case QUERY -> query(member);
                case QUERY_PARAMS -> parameters(member);
                case HEADER -> header(member);
                case HEADERS -> headers(member);
                default -> null;
            };
            if (value != null) {
                struct.set(member, value);
            }
        }
    }

    private Object text(Member member, String text, TimestampFormat timestamps) {
        try {
            return text == null ? null : ScalarText.parse(member, text, timestamps);
        } catch (AwsError e) {
            throw badValue.of(member, text, e);
        }
    }

    private Object query(Member member) {
        List<String> values = in.query().get(member.wireName());
        if (values == null) {
            return null;
        }
        if (member.shape().kind() != Kind.LIST) {
            return text(member, values.getFirst(), TimestampFormat.ISO_8601);
        }
        List<Object> list = new ArrayList<>();
        values.forEach(v -> list.add(text(member.shape().item(), v, TimestampFormat.ISO_8601)));
        return list;
    }

    /** All the parameters, those that other members take too. */
    private Object parameters(Member member) {
        boolean lists = member.shape().value().shape().kind() == Kind.LIST;
        Map<String, Object> map = new LinkedHashMap<>();
        in.query().forEach((name, values) -> {
            map.put(name, lists ? new ArrayList<Object>(values) : values.getFirst());
        });
        return map.isEmpty() ? null : map;
    }

    private Object header(Member member) {
        String text = member.shape().kind() == Kind.LIST ? joined(member.wireName()) : in.header(member.wireName());
        try {
            return text == null ? null : HeaderText.parse(member, text);
        } catch (AwsError e) {
            throw badValue.of(member, text, e);
        }
    }

    private String joined(String name) {
        List<String> values = in.request().headers().get(name.toLowerCase(Locale.ROOT));
        return values == null ? null : String.join(",", values);
    }

    private Object headers(Member member) {
        String prefix = member.wireName().toLowerCase(Locale.ROOT);
        Map<String, Object> map = new LinkedHashMap<>();
        in.request().headers().forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                map.put(name.substring(prefix.length()), String.join(",", values));
            }
        });
        return map.isEmpty() ? null : map;
    }
}
