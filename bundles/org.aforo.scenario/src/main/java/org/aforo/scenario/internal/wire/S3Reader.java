package org.aforo.scenario.internal.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Lists and reads a bucket's objects over the wire. */
public final class S3Reader {

    private static final int GZIP_MAGIC = 0x1f8b;

    private final AwsClient client;

    public S3Reader(AwsClient client) {
        this.client = client;
    }

    /** All keys below a prefix, in order. */
    public List<String> list(String bucket, String prefix) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        String token = "";
        do {
            String path = "/" + bucket + "?list-type=2&prefix=" + encoded(prefix)
                    + (token.isEmpty() ? "" : "&continuation-token=" + encoded(token));
            try (InputStream in = client.get(path)) {
                token = page(in, keys);
            } catch (XMLStreamException e) {
                throw new IOException("the listing of " + bucket + " is not XML: " + e.getMessage(), e);
            }
        } while (!token.isEmpty());
        return keys;
    }

    /** An object's bytes, unpacked if they are in GZIP. */
    public InputStream read(String bucket, String key) throws IOException, InterruptedException {
        BufferedInputStream in = new BufferedInputStream(
                client.get("/" + bucket + "/" + encoded(key).replace("%2F", "/")), 1 << 16);
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private static String page(InputStream in, List<String> keys) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        String next = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Key" -> keys.add(xml.getElementText());
                    case "NextContinuationToken" -> next = xml.getElementText();
                    default -> {
                        // not needed
                    }
                }
            }
        }
        return next;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
