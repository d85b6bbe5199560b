package org.aforo.protocol.internal.xml;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.aforo.protocol.internal.model.Location;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.tree.PullReader;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.wire.ScalarText;

/**
 * Reads values of a shape out of XML. Unknown elements are passed over; document types aren't allowed at all, so that
 * there are no entities to expand or fetch.
 */
public final class XmlDecoder {

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader in;
    private int depth;

    private XmlDecoder(XMLStreamReader in) {
        this.in = in;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Reads a document whose root element is the structure, whatever it is called.
     *
     * @throws org.aforo.api.endpoint.AwsError SerializationException when it isn't well-formed or has wrong values
     */
    public static Struct decode(ByteBuffer body, Shape shape) {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(body.array(),
                    body.arrayOffset() + body.position(), body.remaining()));
            XmlDecoder decoder = new XmlDecoder(reader);
            decoder.toRoot();
            Struct struct = decoder.struct(shape);
            while (reader.hasNext()) {
                reader.next();
            }
            return struct;
        } catch (XMLStreamException | IllegalStateException e) {
            throw PullReader.malformed();
        }
    }

    private void toRoot() throws XMLStreamException {
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            if (in.getEventType() == XMLStreamConstants.DTD) {
                throw PullReader.malformed();
            }
        }
    }

    /** Goes to the next child element; false past the end of the one that is open. */
    private boolean nextChild() throws XMLStreamException {
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT :
                    return true;
                case XMLStreamConstants.END_ELEMENT :
                    return false;
                case XMLStreamConstants.ENTITY_REFERENCE :
                    throw PullReader.malformed();
                default :
                    break;
            }
        }
    }

    private void skip() throws XMLStreamException {
        enter();
        while (nextChild()) {
            skip();
        }
        depth--;
    }

    private void enter() {
        if (++depth > PullReader.MAX_DEPTH) {
            throw PullReader.malformed();
        }
    }

    private Struct struct(Shape shape) throws XMLStreamException {
        enter();
        Struct struct = new Struct(shape);
        attributes(struct);
        while (nextChild()) {
            Member member = XmlNames.child(shape, in.getLocalName(), in.getPrefix());
            if (member == null || member.location() != Location.BODY || member.traits().attribute()) {
                skip();
            } else if (member.flattened()) {
                flattened(struct, member);
            } else {
                struct.set(member, value(member));
            }
        }
        depth--;
        return struct;
    }

    private void attributes(Struct struct) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String prefix = in.getAttributePrefix(i);
            String local = in.getAttributeLocalName(i);
            boolean plain = prefix == null || prefix.isEmpty();
            Member member = struct.shape().wireMember(plain ? local : prefix + ':' + local);
            if (member != null && member.traits().attribute()) {
                struct.set(member, ScalarText.inBody(member, in.getAttributeValue(i)));
            }
        }
    }

    private void flattened(Struct struct, Member member) throws XMLStreamException {
        Shape shape = member.shape();
        switch (shape.kind()) {
            case LIST -> {
                @SuppressWarnings("unchecked")
                List<Object> list = (List<Object>) struct.get(member);
                if (list == null) {
                    list = new ArrayList<>();
                    struct.set(member, list);
                }
                list.add(value(shape.item()));
            }
            case MAP -> {
                @SuppressWarnings("unchecked")
                Map<String, Object> map = (Map<String, Object>) struct.get(member);
                if (map == null) {
                    map = new LinkedHashMap<>();
                    struct.set(member, map);
                }
                entry(shape, map);
            }
            default -> struct.set(member, value(member));
        }
    }

    private Object value(Member member) throws XMLStreamException {
        Shape shape = member.shape();
        return switch (shape.kind()) {
            case STRUCTURE -> struct(shape);
            case LIST -> {
                enter();
                List<Object> list = new ArrayList<>();
                while (nextChild()) {
                    list.add(value(shape.item()));
                }
                depth--;
                yield list;
            }
            case MAP -> {
                enter();
                Map<String, Object> map = new LinkedHashMap<>();
                while (nextChild()) {
                    entry(shape, map);
                }
                depth--;
                yield map;
            }
            default -> ScalarText.inBody(member, text());
        };
    }

    private void entry(Shape shape, Map<String, Object> map) throws XMLStreamException {
        String key = null;
        Object value = null;
        while (nextChild()) {
            String name = in.getLocalName();
            if (name.equals(XmlNames.local(shape.key().wireName()))) {
                key = text();
            } else if (name.equals(XmlNames.local(shape.value().wireName()))) {
                value = value(shape.value());
            } else {
                skip();
            }
        }
        if (key == null) {
            throw PullReader.malformed();
        }
        map.put(key, value);
    }

    /** The text of the open element, which may have nothing else in it. */
    private String text() throws XMLStreamException {
        return in.getElementText();
    }
}
