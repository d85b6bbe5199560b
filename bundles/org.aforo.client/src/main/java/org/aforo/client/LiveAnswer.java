package org.aforo.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An answer that goes on for hours, read off a socket by the thread that wants it: a client that hands each piece
 * from thread to thread costs as much as all that is done with them. Asked for in HTTP/1.0, so that the answer isn't
 * cut into chunks and ends with the connection. Closed by any thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-7">RFC 9112, section 7</a>
 */
final class LiveAnswer extends InputStream {

    private static final int MOST_HEAD = 32 << 10;
    private static final String END = "\r\n\r\n";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Socket socket;
    private final InputStream in;
    private final int status;

    private LiveAnswer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), MOST_HEAD);
        this.status = status(head());
    }

    /**
     * Asks for it.
     *
     * @param patience for the connection, and for the answer's head
     * @throws SocketTimeoutException when either takes longer
     */
    static LiveAnswer get(URI uri, String accept, Duration patience) throws IOException {
        Socket socket = connect(uri, (int) patience.toMillis());
        try {
            String query = uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery();
            String ask = "GET " + uri.getRawPath() + query + " HTTP/1.0\r\nHost: " + uri.getRawAuthority()
                    + "\r\nAccept: " + accept + "\r\n\r\n";
            socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
            LiveAnswer answer = new LiveAnswer(socket);
            socket.setSoTimeout(0);
            return answer;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket connect(URI uri, int millis) throws IOException {
        boolean secret = uri.getScheme().equals("https");
        String host = uri.getHost().replaceAll("[\\[\\]]", "");
        int port = uri.getPort() >= 0 ? uri.getPort() : secret ? HTTPS : HTTP;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), millis);
            socket.setSoTimeout(millis);
            return secret ? encrypted(socket, host, port) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Everything up to the first empty line. */
    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < END.length() || head.indexOf(END, head.length() - END.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The bench closed the connection");
            }
            head.append((char) next);
            if (head.length() > MOST_HEAD) {
                throw new IOException("The answer's head is too long");
            }
        }
        return head.toString();
    }

    private static int status(String head) throws IOException {
        String[] line = head.lines().findFirst().orElse("").split(" ", 3);
        if (line.length < 2 || !line[0].startsWith("HTTP/1.") || !line[1].matches("\\d{3}")) {
            throw new IOException("That isn't HTTP");
        }
        return Integer.parseInt(line[1]);
    }

    int status() {
        return status;
    }

    @Override
    public int read() throws IOException {
        return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return in.read(into, offset, length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
