package org.aforo.protocol.internal.wire;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.aforo.protocol.WireFeed;
import org.aforo.protocol.internal.tree.Bytes;
import org.aforo.protocol.internal.tree.Struct;

/**
 * A large output that is encoded piece by piece while it is sent: it is never in memory as a whole, and what is sent
 * is still in the processor's cache.
 *
 * @param output  what is encoded
 * @param encoder writes it
 */
record BodyFeed(Struct output, Outputs.Encoder encoder) implements WireFeed {

    /** Small enough to stay in the processor's nearest cache. */
    private static final int PIECE = 16 << 10;

    @Override
    public void run(Sink sink) throws IOException {
        Bytes pieces = new Bytes(PIECE, piece -> {
            try {
                sink.write(piece);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            encoder.write(pieces, output);
            sink.write(pieces.buffer());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean lasting() {
        return false;
    }
}
