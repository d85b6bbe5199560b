package org.aforo.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads server-sent events, one after the other; for one thread. */
final class EventStream implements AutoCloseable {

    /** One event: its type, and its data. */
    record Message(String type, String data) {
    }

    private final BufferedReader reader;

    EventStream(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    /** The next event; null at the end of the stream. Comments are passed over. */
    Message next() throws IOException {
        String type = "message";
        StringBuilder data = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Message(type, data.toString());
            }
            if (line.startsWith("event:")) {
                type = line.substring("event:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()).strip());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
