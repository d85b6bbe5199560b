package org.aforo.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One keep-alive HTTP/1.1 connection that sends requests as prepared bytes. It does as little as it can,
 * so that what is measured is the server; one thread at a time.
 */
final class HttpConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int status;
    private long length;
    private boolean chunked;

    HttpConnection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** Sends a request and gives the answer's body, or null when {@code keep} is false. */
    byte[] exchange(byte[] request, boolean keep) throws IOException {
        out.write(request);
        head();
        return chunked ? chunks(keep) : body(Math.max(length, 0), keep);
    }

    /** Sends a request whose answer comes in chunks, and gives them as they come. */
    InputStream open(byte[] request) throws IOException {
        out.write(request);
        head();
        return new Chunks();
    }

    private void head() throws IOException {
        length = -1;
        chunked = false;
        String line = line();
        status = Integer.parseInt(line.substring(9, 12));
        while (!(line = line()).isEmpty()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            if (name.equalsIgnoreCase("content-length")) {
                length = Long.parseLong(line.substring(colon + 1).trim());
            } else if (name.equalsIgnoreCase("transfer-encoding")) {
                chunked = true;
            }
        }
    }

    /** Of the last answer. */
    int status() {
        return status;
    }

    private byte[] chunks(boolean keep) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            byte[] part = body(size, keep);
            line();
            if (keep) {
                all.write(part);
            }
        }
        line();
        return keep ? all.toByteArray() : null;
    }

    /** The size of the chunk that begins. */
    private int chunk() throws IOException {
        return Integer.parseInt(line().split(";")[0].trim(), 16);
    }

    /** The body of an answer in chunks, to its last. */
    private final class Chunks extends InputStream {

        private int left;
        private boolean over;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int size) throws IOException {
            if (left == 0 && !over) {
                left = chunk();
                over = left == 0;
            }
            if (over) {
                return -1;
            }
            if (from == to) {
                fill();
            }
            int n = Math.min(Math.min(left, to - from), size);
            System.arraycopy(buffer, from, target, offset, n);
            from += n;
            left -= n;
            if (left == 0) {
                line();
            }
            return n;
        }
    }

    private byte[] body(long length, boolean keep) throws IOException {
        byte[] body = keep ? new byte[Math.toIntExact(length)] : null;
        int done = 0;
        while (done < length) {
            if (from == to) {
                fill();
            }
            int n = (int) Math.min(to - from, length - done);
            if (keep) {
                System.arraycopy(buffer, from, body, done, n);
            }
            from += n;
            done += n;
        }
        return body;
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder(48);
        while (true) {
            if (from == to) {
                fill();
            }
            byte b = buffer[from++];
            if (b == '\n') {
                return text.toString();
            }
            if (b != '\r') {
                text.append((char) b);
            }
        }
    }

    private void fill() throws IOException {
        from = 0;
        to = in.read(buffer);
        if (to < 0) {
            to = 0;
            throw new EOFException("the server closed the connection");
        }
    }

    static byte[] post(String path, String target, String contentType, byte[] body) {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers(target, contentType).forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        byte[] start = head.append("Content-Length: " + body.length + "\r\n\r\n").toString()
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    static Map<String, String> headers(String target, String contentType) {
        String service = target.startsWith("Firehose") ? "firehose" : target.startsWith("AmazonSQS") ? "sqs"
                : "kinesis";
        return Map.of("Content-Type", contentType, "X-Amz-Target", target, "X-Amz-Date", "20260101T000000Z",
                "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
