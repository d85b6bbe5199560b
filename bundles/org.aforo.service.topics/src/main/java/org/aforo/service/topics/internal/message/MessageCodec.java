package org.aforo.service.topics.internal.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message as it stands in its topic's log: a version, then its parts, each with its length before it. */
public final class MessageCodec {

    private static final int VERSION = 2;
    /** Without a trace. */
    private static final int FIRST = 1;
    private static final int NOTHING = -1;

    private MessageCodec() {
    }

    public static ByteBuffer encode(Message message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.text().length() + 128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeBoolean(message.structured());
            text(out, message.id());
            text(out, message.subject());
            text(out, message.groupId());
            text(out, message.deduplicationId());
            text(out, message.text());
            out.writeInt(message.attributes().size());
            for (Map.Entry<String, MessageAttribute> each : message.attributes().entrySet()) {
                text(out, each.getKey());
                text(out, each.getValue().type());
                text(out, each.getValue().text());
                bytes(out, each.getValue().binary());
            }
            text(out, message.trace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes == null ? NOTHING : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    /** Reads what {@link #encode} wrote; the buffer's position is left as it is. */
    public static Message decode(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(data.position(), bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION && version != FIRST) {
                throw new IOException("A message of version " + version);
            }
            boolean structured = in.readBoolean();
            String id = text(in);
            String subject = text(in);
            String group = text(in);
            String deduplication = text(in);
            String text = text(in);
            Map<String, MessageAttribute> attributes = attributes(in);
            String trace = version == FIRST ? null : text(in);
            return new Message(id, subject, text, structured, attributes, group, deduplication, trace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, MessageAttribute> attributes(DataInputStream in) throws IOException {
        Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = text(in);
            attributes.put(name, new MessageAttribute(text(in), text(in), bytes(in)));
        }
        return attributes;
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = bytes(in);
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == NOTHING ? null : in.readNBytes(length);
    }
}
