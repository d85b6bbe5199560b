package org.aforo.api.flow;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A record on its way.
 *
 * @param id      its name where it comes from (a sequence number), or empty
 * @param key     partition key, or empty
 * @param data    read-only; valid as long as the record is held
 * @param arrived when it was taken in, by the bench clock
 * @param route   where it was put to whatever its key is (a stream's explicit hash key), or empty; places that know no
 *                such thing pass over it
 */
public record FlowRecord(String id, String key, ByteBuffer data, Instant arrived, String route) {

    /** A record that goes where its key leads. */
    public FlowRecord(String id, String key, ByteBuffer data, Instant arrived) {
        this(id, key, data, arrived, "");
    }
}
