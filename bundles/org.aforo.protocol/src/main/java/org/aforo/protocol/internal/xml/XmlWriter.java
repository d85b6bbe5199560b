package org.aforo.protocol.internal.xml;

import java.nio.charset.StandardCharsets;

import org.aforo.protocol.internal.model.XmlNamespace;
import org.aforo.protocol.internal.tree.Bytes;

/** Writes XML in UTF-8. The caller closes what it opens. */
public final class XmlWriter {

    private final Bytes out;

    public XmlWriter(Bytes out) {
        this.out = out;
    }

    public XmlWriter declaration() {
        out.ascii("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return this;
    }

    /** {@code <name xmlns="...">}, ready for attributes until {@link #body}. */
    public XmlWriter begin(String name, XmlNamespace namespace) {
        out.add('<');
        out.add(name);
        if (namespace != null) {
            boolean prefixed = namespace.prefix() != null && !namespace.prefix().isEmpty();
            attribute(prefixed ? "xmlns:" + namespace.prefix() : "xmlns", namespace.uri());
        }
        return this;
    }

    public XmlWriter attribute(String name, String value) {
        out.add(' ');
        out.add(name);
        out.ascii("=\"");
        escaped(value);
        out.add('"');
        return this;
    }

    public XmlWriter body() {
        out.add('>');
        return this;
    }

    public XmlWriter open(String name, XmlNamespace namespace) {
        return begin(name, namespace).body();
    }

    public XmlWriter close(String name) {
        out.ascii("</");
        out.add(name);
        out.add('>');
        return this;
    }

    public XmlWriter text(String text) {
        escaped(text);
        return this;
    }

    /** An element with text in it; nothing for null. */
    public XmlWriter element(String name, String text) {
        return text == null ? this : open(name, null).text(text).close(name);
    }

    private void escaped(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            switch (b) {
                case '<' -> out.ascii("&lt;");
                case '>' -> out.ascii("&gt;");
                case '&' -> out.ascii("&amp;");
                case '"' -> out.ascii("&quot;");
                case '\'' -> out.ascii("&#39;");
                case '\n' -> out.ascii("&#xA;");
                case '\r' -> out.ascii("&#xD;");
                default -> out.add(b);
            }
        }
    }
}
