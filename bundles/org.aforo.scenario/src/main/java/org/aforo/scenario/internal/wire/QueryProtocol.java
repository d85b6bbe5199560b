package org.aforo.scenario.internal.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * AWS's older protocol: an input in a form, members and list entries by their path, and an answer in XML.
 *
 * @param version of the service's API
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">The protocol</a>
 */
record QueryProtocol(String version) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MEMBER = "member";

    byte[] form(String operation, Map<String, ?> input) {
        StringBuilder form = new StringBuilder();
        add(form, "Action", operation);
        add(form, "Version", version);
        input.forEach((name, value) -> add(form, name, value));
        return form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void add(StringBuilder form, String path, Object value) {
        switch (value) {
            case Map<?, ?> members -> members.forEach((name, each) -> add(form, path + '.' + name, each));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    add(form, path + '.' + MEMBER + '.' + (i + 1), list.get(i));
                }
            }
            default -> form.append(form.isEmpty() ? "" : "&").append(path).append('=')
                    .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
    }

    /** An answer as the newer protocol would tell it: its outer element's members, an element of members as a list. */
    static JsonNode answer(byte[] xml) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            return element(reader);
        } catch (XMLStreamException e) {
            throw new IOException("the answer is not XML: " + e.getMessage(), e);
        }
    }

    /** What an answer that isn't a success says; it needn't be the service's own. */
    static AwsClient.Refused refused(int status, byte[] body) {
        try {
            JsonNode error = answer(body).path("Error");
            return new AwsClient.Refused(status, error.path("Code").asString("Unknown"),
                    error.path("Message").asString(""));
        } catch (IOException e) {
            return new AwsClient.Refused(status, "Unknown", new String(body, StandardCharsets.UTF_8));
        }
    }

    private static JsonNode element(XMLStreamReader reader) throws XMLStreamException {
        ObjectNode members = JSON.objectNode();
        ArrayNode list = JSON.arrayNode();
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamReader.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamReader.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamReader.START_ELEMENT && reader.getLocalName().equals(MEMBER)) {
                list.add(element(reader));
            } else if (event == XMLStreamReader.START_ELEMENT) {
                members.set(reader.getLocalName(), element(reader));
            }
        }
        if (!list.isEmpty()) {
            return list;
        }
        return members.isEmpty() ? JSON.stringNode(text.toString()) : members;
    }
}
