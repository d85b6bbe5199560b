package org.aforo.core.internal.log;

import java.nio.ByteBuffer;

import org.aforo.api.log.RecordLog.Stored;

/**
 * A record where it lies in what was read of a segment file. Small and without buffers of its own: thousands of records
 * live as long as a page of them is sent, and the collector copies what lives.
 */
final class ReadRecord implements Stored {

    private final ByteBuffer source;
    private final int at;
    private final int keyLength;
    private final int dataLength;
    private final long offset;

    /**
     * @param source read-only; its position and limit don't matter
     * @param at     where in it the record begins, as {@link Block} has it
     */
    ReadRecord(ByteBuffer source, int at, int keyLength, int dataLength, long offset) {
        this.source = source;
        this.at = at;
        this.keyLength = keyLength;
        this.dataLength = dataLength;
        this.offset = offset;
    }

    @Override
    public long offset() {
        return offset;
    }

    @Override
    public long millis() {
        return source.getLong(at);
    }

    @Override
    public ByteBuffer key() {
        return source.slice(at + Block.RECORD, keyLength);
    }

    @Override
    public ByteBuffer data() {
        return source.slice(at + Block.RECORD + keyLength, dataLength);
    }

    @Override
    public int dataLength() {
        return dataLength;
    }
}
