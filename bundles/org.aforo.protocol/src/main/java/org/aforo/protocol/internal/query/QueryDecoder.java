package org.aforo.protocol.internal.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.ScalarText;

/** Reads values of a shape out of a form. */
final class QueryDecoder {

    private QueryDecoder() {
    }

    static Struct struct(Shape shape, QueryForm form) {
        Struct struct = new Struct(shape);
        for (Member member : shape.members()) {
            QueryForm there = form.get(member.wireName());
            if (there == null && namedByItem(member)) {
                there = form.get(member.shape().item().wireName());
            }
            if (there != null) {
                struct.set(member, value(member, there));
            }
        }
        return struct;
    }

    private static boolean namedByItem(Member member) {
        return member.flattened() && member.shape().kind() == Kind.LIST;
    }

    private static Object value(Member member, QueryForm form) {
        Shape shape = member.shape();
        return switch (shape.kind()) {
            case STRUCTURE -> struct(shape, form);
            case LIST -> {
                List<Object> list = new ArrayList<>();
                QueryForm items = member.flattened() ? form : form.get(shape.item().wireName());
                if (items == null) {
                    items = form.get("member");
                }
                if (items != null) {
                    items.items().forEach(i -> list.add(value(shape.item(), i)));
                }
                yield list;
            }
            case MAP -> map(member, form);
            default -> ScalarText.inBody(member, form.value());
        };
    }

    private static Object map(Member member, QueryForm form) {
        Shape shape = member.shape();
        Map<String, Object> map = new LinkedHashMap<>();
        QueryForm entries = member.flattened() ? form : form.get("entry");
        for (QueryForm entry : entries == null ? List.<QueryForm>of() : entries.items()) {
            QueryForm key = entry.get(shape.key().wireName());
            QueryForm value = entry.get(shape.value().wireName());
            if (key != null) {
                map.put(key.value(), value == null ? null : value(shape.value(), value));
            }
        }
        return map;
    }
}
