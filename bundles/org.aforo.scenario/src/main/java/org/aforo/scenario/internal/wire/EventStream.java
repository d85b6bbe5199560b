package org.aforo.scenario.internal.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of an answer in AWS's event stream encoding. Read by one thread; closed by any.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">the encoding</a>
 */
public final class EventStream implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PRELUDE = 12;
    private static final int CHECKSUM = 4;
    private static final int LARGEST = 24 << 20;
    private static final byte TEXT = 7;

    private final DataInputStream in;

    /** An event: its type, and what it holds. */
    public record Event(String type, JsonNode body) {
    }

    EventStream(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Waits for the next event.
     *
     * @return null at the end
     * @throws AwsClient.Refused an exception that the service sent
     */
    public Event next() throws IOException {
        byte[] prelude = in.readNBytes(PRELUDE);
        if (prelude.length == 0) {
            return null;
        }
        if (prelude.length < PRELUDE) {
            throw new EOFException("an event broke off");
        }
        ByteBuffer lengths = ByteBuffer.wrap(prelude);
        int total = lengths.getInt();
        int headers = lengths.getInt();
        if (total < PRELUDE + headers + CHECKSUM || total > LARGEST || headers < 0
                || crc(prelude, PRELUDE - CHECKSUM, new byte[0], 0) != lengths.getInt()) {
            throw new IOException("what came is no event");
        }
        byte[] rest = new byte[total - PRELUDE];
        in.readFully(rest);
        if (crc(prelude, PRELUDE, rest, rest.length - CHECKSUM) != ByteBuffer.wrap(rest).getInt(rest.length
                - CHECKSUM)) {
            throw new IOException("an event's checksum doesn't fit");
        }
        return event(headers(ByteBuffer.wrap(rest, 0, headers)),
                new String(rest, headers, rest.length - headers - CHECKSUM, StandardCharsets.UTF_8));
    }

    private static int crc(byte[] first, int ofFirst, byte[] second, int ofSecond) {
        CRC32 crc = new CRC32();
        crc.update(first, 0, ofFirst);
        crc.update(second, 0, ofSecond);
        return (int) crc.getValue();
    }

    private static Event event(Map<String, String> headers, String body) throws AwsClient.Refused {
        JsonNode content = JSON.readTree(body.isEmpty() ? "{}" : body);
        if (headers.getOrDefault(":message-type", "event").equals("event")) {
            return new Event(headers.getOrDefault(":event-type", ""), content);
        }
        String code = headers.getOrDefault(":exception-type", headers.getOrDefault(":error-code", "Unknown"));
        throw new AwsClient.Refused(500, code,
                headers.getOrDefault(":error-message", content.path("message").asString("")));
    }

    /** Those that are texts; there are no others in answers. */
    private static Map<String, String> headers(ByteBuffer bytes) throws IOException {
        Map<String, String> headers = new HashMap<>();
        while (bytes.hasRemaining()) {
            String name = text(bytes, bytes.get() & 0xff);
            if (bytes.get() != TEXT) {
                throw new IOException("the event's header " + name + " is no text");
            }
            headers.put(name, text(bytes, bytes.getShort() & 0xffff));
        }
        return headers;
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
