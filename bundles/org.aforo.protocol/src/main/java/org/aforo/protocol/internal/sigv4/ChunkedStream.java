package org.aforo.protocol.internal.sigv4;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;

/**
 * A body in aws-chunked: its chunks without what is around them, then its trailers. Signatures are checked chunk by
 * chunk, before the last bytes of a chunk are handed on, if there is somebody to check them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Chunked uploads</a>
 */
final class ChunkedStream extends InputStream {

    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_TRAILERS = 32;
    private static final String SIGNATURE = "chunk-signature=";

    private final InputStream in;
    private final long expected;
    private final ChunkSignatures signatures;
    private final Map<String, String> trailers = new LinkedHashMap<>();
    private long left;
    private long seen;
    private String signature;
    private boolean ended;

    /**
     * @param expected   length without chunks, or -1
     * @param signatures null when they aren't to be checked
     */
    ChunkedStream(InputStream in, long expected, ChunkSignatures signatures) {
        this.in = in;
        this.expected = expected;
        this.signatures = signatures;
    }

    /** By lower-case name; complete at the end of the stream. */
    Map<String, String> trailers() {
        return trailers;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            nextChunk();
        }
        if (ended) {
            return -1;
        }
        int n = in.read(bytes, from, (int) Math.min(length, left));
        if (n < 0) {
            throw incomplete();
        }
        left -= n;
        seen += n;
        if (signatures != null) {
            signatures.update(bytes, from, n);
        }
        if (left == 0) {
            endOfChunk();
        }
        return n;
    }

    private void endOfChunk() throws IOException {
        if (signatures != null) {
            signatures.chunk(signature);
        }
        if (!line().isEmpty()) {
            throw incomplete();
        }
        // now, since whoever knows the length won't ask for the end
        if (seen == expected) {
            nextChunk();
        }
    }

    private void nextChunk() throws IOException {
        String head = line();
        int semicolon = head.indexOf(';');
        left = size(semicolon < 0 ? head : head.substring(0, semicolon));
        int at = head.indexOf(SIGNATURE);
        signature = at < 0 ? "" : head.substring(at + SIGNATURE.length()).strip();
        if (left == 0) {
            ended = true;
            if (signatures != null) {
                signatures.chunk(signature);
            }
            readTrailers();
            if (expected >= 0 && expected != seen) {
                throw incomplete();
            }
        }
    }

    private static long size(String hex) {
        try {
            long size = Long.parseLong(hex.strip(), 16);
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw AwsError.client("InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 "
                + "bytes");
    }

    private void readTrailers() throws IOException {
        StringBuilder text = new StringBuilder();
        String trailerSignature = null;
        for (String line = lineOrEnd(); !line.isEmpty(); line = lineOrEnd()) {
            int colon = line.indexOf(':');
            if (colon <= 0 || trailers.size() == MOST_TRAILERS) {
                throw AwsError.client("MalformedTrailerError", "The request contained trailing data that was not "
                        + "well-formed or did not conform to our published schema.");
            }
            String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (name.equals("x-amz-trailer-signature")) {
                trailerSignature = value;
            } else {
                trailers.put(name, value);
                text.append(name).append(':').append(value).append('\n');
            }
        }
        if (signatures != null) {
            signatures.trailer(text.toString(), trailerSignature);
        }
    }

    private String line() throws IOException {
        return line(false);
    }

    private String lineOrEnd() throws IOException {
        return line(true);
    }

    private String line(boolean mayEnd) throws IOException {
        StringBuilder line = new StringBuilder();
        int b = in.read();
        while (b != '\n') {
            if (b < 0) {
                if (mayEnd) {
                    return line.toString().strip();
                }
                throw incomplete();
            }
            if (line.length() == LONGEST_LINE) {
                throw incomplete();
            }
            line.append((char) b);
            b = in.read();
        }
        return line.toString().strip();
    }

    private static AwsError incomplete() {
        return AwsError.client("IncompleteBody",
                "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
