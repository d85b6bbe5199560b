package org.aforo.protocol.internal.validation;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.aforo.protocol.internal.tree.Struct;

/** Values as AWS puts them into its validation errors: Java's own toString, which is what its services print. */
final class Values {

    /** Longer texts are cut; an error isn't the place for a megabyte. */
    private static final int LONGEST = 2_048;

    private Values() {
    }

    static String text(Object value) {
        String text = plain(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static String plain(Object value) {
        return switch (value) {
            case ByteBuffer blob -> "java.nio.HeapByteBuffer[pos=0 lim=" + blob.remaining() + " cap="
                    + blob.remaining() + ']';
            case List<?> list -> {
                StringJoiner items = new StringJoiner(", ", "[", "]");
                for (int i = 0; i < list.size() && items.length() < LONGEST; i++) {
                    items.add(plain(list.get(i)));
                }
                yield items.toString();
            }
            case Map<?, ?> map -> {
                StringJoiner entries = new StringJoiner(", ", "{", "}");
                map.forEach((k, v) -> entries.add(k + "=" + plain(v)));
                yield entries.toString();
            }
            case Struct struct -> struct(struct);
            case null -> "null";
            default -> value.toString();
        };
    }

    private static String struct(Struct struct) {
        StringJoiner members = new StringJoiner(", ", struct.shape().name() + "(", ")");
        struct.shape().members().forEach(m -> members.add(
                Character.toLowerCase(m.name().charAt(0)) + m.name().substring(1) + '=' + plain(struct.get(m))));
        return members.toString();
    }
}
