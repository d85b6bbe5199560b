package org.aforo.protocol.internal.tree;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.TimestampFormat;

/** Writes values of a shape as JSON or CBOR. Absent members are left out. */
public final class TreeEncoder {

    private final TreeWriter out;
    private final TimestampFormat timestamps;

    /**
     * @param timestamps how timestamps are written where the model doesn't say
     */
    public TreeEncoder(TreeWriter out, TimestampFormat timestamps) {
        this.out = out;
        this.timestamps = timestamps;
    }

    /** A structure's members that are in the body. */
    public void struct(Struct struct) {
        out.startStruct(bodySize(struct));
        members(struct);
        out.endStruct();
    }

    /** As {@link #struct}, without its beginning and end. */
    public void members(Struct struct) {
        Shape shape = struct.shape();
        for (int i = 0; i < shape.size(); i++) {
            Object value = struct.get(i);
            Member member = shape.at(i);
            if (value != null && member.inOutputBody()) {
                out.name(member);
                value(member, value);
            }
        }
    }

    /** How many members of the structure are in the body. */
    public static int bodySize(Struct struct) {
        int n = 0;
        for (int i = 0; i < struct.shape().size(); i++) {
            n += struct.get(i) != null && struct.shape().at(i).inOutputBody() ? 1 : 0;
        }
        return n;
    }

    /** A value of a member's shape. */
    public void value(Member member, Object value) {
        if (value == null) {
            out.nothing();
            return;
        }
        switch (member.shape().kind()) {
            case STRUCTURE -> struct((Struct) value);
            case LIST -> list(member.shape(), (List<?>) value);
            case MAP -> map(member.shape(), (Map<?, ?>) value);
            case TIMESTAMP -> out.timestamp((Instant) value, member.timestampFormat(timestamps));
            case STRING -> out.string((String) value);
            case BLOB -> out.blob((ByteBuffer) value);
            default -> plain(value);
        }
    }

    private void list(Shape shape, List<?> list) {
        Member item = shape.item();
        out.startList(list.size());
        for (int i = 0, n = list.size(); i < n; i++) {
            value(item, list.get(i));
        }
        out.endList();
    }

    private void map(Shape shape, Map<?, ?> map) {
        out.startStruct(map.size());
        map.forEach((key, value) -> {
            out.name((String) key);
            value(shape.value(), value);
        });
        out.endStruct();
    }

    /** A value without a shape, or one that needs none. */
    private void plain(Object value) {
        switch (value) {
            case null -> out.nothing();
            case String text -> out.string(text);
            case Boolean flag -> out.bool(flag);
            case Integer number -> out.whole(number);
            case Long number -> out.whole(number);
            case Float number -> out.number(number);
            case Double number -> out.number(number);
            case BigInteger number -> out.number(number);
            case BigDecimal number -> out.number(number);
            case Number number -> out.whole(number.longValue());
            case ByteBuffer blob -> out.blob(blob);
            case Instant moment -> out.timestamp(moment, timestamps);
            case List<?> list -> {
                out.startList(list.size());
                list.forEach(this::plain);
                out.endList();
            }
            case Map<?, ?> map -> {
                out.startStruct(map.size());
                map.forEach((key, entry) -> {
                    out.name((String) key);
                    plain(entry);
                });
                out.endStruct();
            }
            default -> throw new IllegalArgumentException("No AWS type for " + value.getClass());
        }
    }
}
