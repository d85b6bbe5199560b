package org.aforo.protocol.internal.xml;

import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.XmlNamespace;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.ScalarText;

/** Writes values of a shape as XML. Absent members are left out. */
public final class XmlEncoder {

    private final XmlWriter out;

    public XmlEncoder(XmlWriter out) {
        this.out = out;
    }

    /** A structure as an element, its attributes included. */
    public void struct(String name, XmlNamespace namespace, Struct struct) {
        out.begin(name, namespace);
        Shape shape = struct.shape();
        for (Member member : shape.members()) {
            Object value = struct.get(member);
            if (value != null && member.traits().attribute()) {
                out.attribute(member.xmlName(), ScalarText.ofBody(member, value));
            }
        }
        out.body();
        members(struct);
        out.close(name);
    }

    /** A structure's elements alone. */
    public void members(Struct struct) {
        for (Member member : struct.shape().members()) {
            Object value = struct.get(member);
            if (value != null && member.location().inOutputBody() && !member.traits().attribute()) {
                member(member, value);
            }
        }
    }

    private void member(Member member, Object value) {
        if (!member.flattened()) {
            element(member.xmlName(), member, value);
            return;
        }
        String name = XmlNames.element(member);
        switch (member.shape().kind()) {
            case LIST -> items(name, member, (List<?>) value);
            case MAP -> ((Map<?, ?>) value).forEach((k, v) -> entry(name, member.traits().namespace(),
                    member.shape(), (String) k, v));
            default -> element(name, member, value);
        }
    }

    private void items(String name, Member member, List<?> list) {
        Member item = member.shape().item();
        XmlNamespace namespace = item.traits().namespace() == null ? member.traits().namespace()
                : item.traits().namespace();
        list.forEach(v -> value(name, namespace, item, v));
    }

    private void element(String name, Member member, Object value) {
        value(name, member.traits().namespace(), member, value);
    }

    private void value(String name, XmlNamespace namespace, Member member, Object value) {
        Shape shape = member.shape();
        if (value == null) {
            out.open(name, namespace).close(name);
            return;
        }
        switch (shape.kind()) {
            case STRUCTURE -> struct(name, namespace, (Struct) value);
            case LIST -> {
                out.open(name, namespace);
                Member item = shape.item();
                ((List<?>) value).forEach(v -> value(item.xmlName(), item.traits().namespace(), item, v));
                out.close(name);
            }
            case MAP -> {
                out.open(name, namespace);
                ((Map<?, ?>) value).forEach((k, v) -> entry("entry", null, shape, (String) k, v));
                out.close(name);
            }
            default -> out.open(name, namespace).text(ScalarText.ofBody(member, value)).close(name);
        }
    }

    private void entry(String name, XmlNamespace namespace, Shape map, String key, Object value) {
        out.open(name, namespace);
        out.open(map.key().xmlName(), map.key().traits().namespace()).text(key).close(map.key().xmlName());
        value(map.value().xmlName(), map.value().traits().namespace(), map.value(), value);
        out.close(name);
    }
}
