package org.aforo.bench;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.LongConsumer;

/**
 * Reads an event stream of SubscribeToShard in JSON, and of its records the moment that {@link Producers} wrote.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon's event stream</a>
 */
final class EventReader {

    private static final byte[] DATA = "\"Data\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int TEXT = Producers.DIGITS / 3 * 4;
    private static final int PRELUDE = 12;

    private final DataInputStream in;

    EventReader(InputStream body) {
        in = new DataInputStream(body);
    }

    /** Reads to the end; tells each record's moment as soon as the event with it is there. */
    void read(LongConsumer moments) throws IOException {
        while (true) {
            int length = in.readInt();
            byte[] message = new byte[length - Integer.BYTES];
            in.readFully(message);
            if (message.length > PRELUDE) {
                records(message, moments);
            }
        }
    }

    private static void records(byte[] message, LongConsumer moments) {
        int at = 0;
        while (at <= message.length - DATA.length - TEXT) {
            if (message[at] == '"' && Arrays.equals(message, at, at + DATA.length, DATA, 0, DATA.length)) {
                int from = at + DATA.length;
                byte[] digits = Base64.getDecoder().decode(Arrays.copyOfRange(message, from, from + TEXT));
                moments.accept(Long.parseLong(new String(digits, StandardCharsets.US_ASCII)));
                at = from + TEXT;
            } else {
                at++;
            }
        }
    }
}
