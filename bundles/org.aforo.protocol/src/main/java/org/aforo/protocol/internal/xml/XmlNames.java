package org.aforo.protocol.internal.xml;

import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;

/** What members are called in XML. */
final class XmlNames {

    private XmlNames() {
    }

    /** A name without its prefix. */
    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The member that an element is, or null. */
    static Member child(Shape shape, String local, String prefix) {
        boolean prefixed = prefix != null && !prefix.isEmpty();
        Member member = shape.wireMember(prefixed ? prefix + ':' + local : local);
        if (member == null && prefixed) {
            member = shape.wireMember(local);
        }
        return member == null || member.traits().attribute() ? flattened(shape, local) : member;
    }

    /** A flattened list may be called as its items are. */
    private static Member flattened(Shape shape, String local) {
        for (Member member : shape.members()) {
            if (member.flattened() && element(member).equals(local)) {
                return member;
            }
        }
        return null;
    }

    /** What the element of a member is called. */
    static String element(Member member) {
        boolean namedByItem = member.flattened() && !member.namedInXml() && member.shape().kind() == Kind.LIST
                && member.shape().item().namedInXml();
        return namedByItem ? member.shape().item().xmlName() : member.xmlName();
    }
}
