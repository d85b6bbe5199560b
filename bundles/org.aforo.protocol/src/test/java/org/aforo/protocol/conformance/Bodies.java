package org.aforo.protocol.conformance;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.cbor.CBORMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares bodies as their media type says, read by other libraries than the codec. */
final class Bodies {

    private static final String METADATA = "ResponseMetadata";
    private static final String XMLNS = "xmlns";
    private static final Set<String> QUERY_ROOTS = Set.of("ErrorResponse", "NoInputAndNoOutputResponse");

    private Bodies() {
    }

    /** A vector's body: binary ones are in Base64. */
    static byte[] bytes(String body, String mediaType) {
        return "application/cbor".equals(mediaType) ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    static void assertSame(byte[] actual, String expected, String mediaType) throws Exception {
        byte[] wanted = bytes(expected, mediaType);
        if (wanted.length == 0) {
            assertThat(new String(actual, StandardCharsets.UTF_8)).isEmpty();
            return;
        }
        String type = mediaType.isEmpty() && wanted[0] == '<' ? "application/xml" : mediaType;
        switch (type) {
            case "application/json" -> assertThat(json(actual)).isEqualTo(json(wanted));
            case "application/xml", "text/xml" -> assertXml(document(actual), document(wanted));
            case "application/cbor" -> assertThat(cbor(actual)).isEqualTo(cbor(wanted));
            default -> assertThat(new String(actual, StandardCharsets.UTF_8))
                    .isEqualTo(new String(wanted, StandardCharsets.UTF_8));
        }
    }

    private static Object json(byte[] text) {
        return Params.plain(software.amazon.smithy.model.node.Node.parse(new String(text, StandardCharsets.UTF_8)));
    }

    private static Object cbor(byte[] bytes) {
        return plain(new CBORMapper().readTree(bytes));
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.properties().forEach(e -> map.put(e.getKey(), plain(e.getValue())));
            return map;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(n -> list.add(plain(n)));
            return list;
        }
        if (node.isNumber()) {
            boolean finite = !node.isFloatingPointNumber() || Double.isFinite(node.doubleValue());
            return finite ? new BigDecimal(node.asString()).stripTrailingZeros() : node.asString();
        }
        return node.isNull() ? null : node.isBinary() ? "bytes " + node.asString() : node.asString();
    }

    private static void assertXml(Element actual, Element wanted) {
        if (wanted.getElementsByTagName(METADATA).getLength() == 0) {
            // AWS's services tell the request's id in every answer of the query protocol, only one vector does
            Node metadata = actual.getElementsByTagName(METADATA).item(0);
            if (metadata != null) {
                actual.removeChild(metadata);
            }
        }
        if (!wanted.hasAttribute(XMLNS) && QUERY_ROOTS.contains(actual.getTagName())) {
            // likewise the namespace around errors and empty answers
            actual.removeAttribute(XMLNS);
        }
        assertThat(element(actual)).isEqualTo(element(wanted));
    }

    private static Element document(byte[] text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(false);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(text)).getDocumentElement();
    }

    /** Name, attributes and what is inside; space between elements means nothing. */
    private static Object element(Element element) {
        Map<String, Object> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.put(all.item(i).getNodeName(), all.item(i).getNodeValue());
        }
        List<Object> children = new ArrayList<>();
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                children.add(element(child));
            }
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put(element.getNodeName() + attributes, children.isEmpty() ? element.getTextContent() : children);
        return whole;
    }
}
