package org.aforo.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * One HTTP/2 connection without TLS, for one request whose answer is read as it comes. It does as little as it can, in
 * the thread that reads, with windows that don't hold up the server; one thread at a time.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113">RFC 9113</a>
 */
final class Http2Connection implements AutoCloseable {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int WINDOW_UPDATE = 8;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PADDED = 8;
    private static final int TABLE_SIZE = 1;
    private static final int INITIAL_WINDOW = 4;
    private static final int WINDOW = 16 << 20;
    /** {@code :status: 200} in HPACK's static table. */
    private static final int OK = 0x88;
    private static final int STREAM = 1;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final DataOutputStream out;
    private int left;
    private int unacknowledged;
    private boolean answered;
    private boolean last;

    Http2Connection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = new DataOutputStream(socket.getOutputStream());
    }

    /** Sends a request and gives its answer's body as it comes; an answer other than 200 is an error. */
    InputStream open(Map<String, String> headers, byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream start = new DataOutputStream(bytes);
        start.write(PREFACE);
        head(start, 12, SETTINGS, 0, 0);
        setting(start, TABLE_SIZE, 0);
        setting(start, INITIAL_WINDOW, WINDOW);
        window(start, 0, WINDOW);
        byte[] block = block(headers, body.length);
        head(start, block.length, HEADERS, END_HEADERS, STREAM);
        start.write(block);
        head(start, body.length, DATA, END_STREAM, STREAM);
        start.write(body);
        out.write(bytes.toByteArray());
        while (!answered) {
            frame();
        }
        return new Body();
    }

    private static void setting(DataOutputStream to, int id, int value) throws IOException {
        to.writeShort(id);
        to.writeInt(value);
    }

    private static void window(DataOutputStream to, int stream, int more) throws IOException {
        head(to, Integer.BYTES, WINDOW_UPDATE, 0, stream);
        to.writeInt(more);
    }

    private static void head(DataOutputStream to, int length, int type, int flags, int stream) throws IOException {
        to.writeByte(length >> 16);
        to.writeShort(length);
        to.writeByte(type);
        to.writeByte(flags);
        to.writeInt(stream);
    }

    private static byte[] block(Map<String, String> headers, int length) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        field(block, ":method", "POST");
        field(block, ":scheme", "http");
        field(block, ":path", "/");
        field(block, ":authority", "127.0.0.1");
        headers.forEach((name, value) -> field(block, name.toLowerCase(Locale.ROOT), value));
        field(block, "content-length", Integer.toString(length));
        return block.toByteArray();
    }

    /** As a literal that isn't indexed. */
    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        text(block, name);
        text(block, value);
    }

    private static void text(ByteArrayOutputStream block, String text) {
        int length = text.length();
        if (length < 127) {
            block.write(length);
        } else {
            block.write(127);
            int rest = length - 127;
            for (; rest >= 128; rest >>= 7) {
                block.write(rest & 127 | 128);
            }
            block.write(rest);
        }
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a frame; of data only its head. */
    private void frame() throws IOException {
        int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        in.readInt();
        if (type == DATA) {
            data(length, flags);
            return;
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        switch (type) {
            case HEADERS -> headers(payload, flags);
            case SETTINGS -> acknowledge(type, flags, new byte[0]);
            case PING -> acknowledge(type, flags, payload);
            case RST_STREAM, GOAWAY -> throw new EOFException("the server ended the stream");
            default -> { // of no interest
            }
        }
    }

    private void data(int length, int flags) throws IOException {
        if ((flags & PADDED) != 0) {
            throw new IOException("padding");
        }
        left = length;
        last = (flags & END_STREAM) != 0;
        unacknowledged += length;
        if (unacknowledged > WINDOW / 4) {
            window(out, 0, unacknowledged);
            window(out, STREAM, unacknowledged);
            unacknowledged = 0;
        }
    }

    private void headers(byte[] block, int flags) throws IOException {
        int at = 0;
        while (at < block.length && (block[at] & 0xe0) == 0x20) {
            at++; // the size of the table, which is none
        }
        if (!answered && (at == block.length || (block[at] & 0xff) != OK)) {
            throw new IOException("not answered with 200");
        }
        answered = true;
        last = (flags & END_STREAM) != 0;
    }

    private void acknowledge(int type, int flags, byte[] payload) throws IOException {
        if ((flags & ACK) == 0) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream answer = new DataOutputStream(bytes);
            head(answer, payload.length, type, ACK, 0);
            answer.write(payload);
            out.write(bytes.toByteArray());
        }
    }

    /** The answer's body. */
    private final class Body extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int size) throws IOException {
            while (left == 0 && !last) {
                frame();
            }
            if (left == 0) {
                return -1;
            }
            int n = in.read(target, offset, Math.min(left, size));
            if (n < 0) {
                throw new EOFException("the server closed the connection");
            }
            left -= n;
            return n;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
