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
            QueryForm there = form.get(member.xmlName());
            if (there == null && namedByItem(member)) {
                there = form.get(member.shape().item().xmlName());
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
                QueryForm items = member.flattened() ? form : form.get(shape.item().xmlName());
                if (items == null) {
                    items = form.get("member");
                }
                if (items != null) {
                    items(member, items).forEach(i -> list.add(value(shape.item(), i)));
                }
                yield list;
            }
            case MAP -> map(member, form);
            default -> ScalarText.inBody(member, form.value());
        };
    }

    /** One item that isn't numbered is taken too, as AWS's oldest clients write it: {@code AttributeName=All}. */
    private static List<QueryForm> items(Member member, QueryForm form) {
        return member.flattened() && form.isSingle() ? List.of(form) : form.items();
    }

    private static Object map(Member member, QueryForm form) {
        Shape shape = member.shape();
        Map<String, Object> map = new LinkedHashMap<>();
        QueryForm entries = member.flattened() ? form : form.get("entry");
        for (QueryForm entry : entries == null ? List.<QueryForm>of() : items(member, entries)) {
            QueryForm key = entry.get(shape.key().xmlName());
            QueryForm value = entry.get(shape.value().xmlName());
            if (key != null) {
                map.put(key.value(), value == null ? null : value(shape.value(), value));
            }
        }
        return map;
    }
}
