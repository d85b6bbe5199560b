package org.aforo.service.firehose.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * How far a source's shard was read. It is written as the key of a read's last record, so that the
 * records and the position are stored together or not at all.
 */
record Position(String shard, String at) {

    private static final char SEPARATOR = '\n';

    ByteBuffer encode() {
        return StandardCharsets.UTF_8.encode(shard + SEPARATOR + at);
    }

    static Position decode(ByteBuffer key) {
        String text = StandardCharsets.UTF_8.decode(key.duplicate()).toString();
        int cut = text.indexOf(SEPARATOR);
        return new Position(text.substring(0, cut), text.substring(cut + 1));
    }
}
