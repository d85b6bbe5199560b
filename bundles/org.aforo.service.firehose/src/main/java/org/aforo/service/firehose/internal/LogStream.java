package org.aforo.service.firehose.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.aforo.api.log.RecordLog;

/** The data of a run of a log's records, one after another, read a chunk at a time. For one thread. */
final class LogStream extends InputStream {

    private static final int CHUNK_RECORDS = 8192;
    private static final long CHUNK_BYTES = 1 << 20;

    private final RecordLog log;
    private final Map<String, String> positions = new HashMap<>();
    private Iterator<RecordLog.Stored> chunk = List.<RecordLog.Stored>of().iterator();
    private ByteBuffer current = ByteBuffer.allocate(0);
    private long next;
    private long left;
    private long bytes;

    /**
     * @param from    first record's offset
     * @param records how many there are to be
     */
    LogStream(RecordLog log, long from, long records) {
        this.log = log;
        this.next = from;
        this.left = records;
    }

    @Override
    public int read() throws IOException {
        return advance() ? current.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        int done = 0;
        while (done < len && advance()) {
            int n = Math.min(len - done, current.remaining());
            current.get(b, off + done, n);
            done += n;
        }
        return done == 0 && len > 0 ? -1 : done;
    }

    private boolean advance() throws IOException {
        while (!current.hasRemaining()) {
            if (left == 0) {
                return false;
            }
            if (!chunk.hasNext()) {
                chunk = log.read(next, (int) Math.min(left, CHUNK_RECORDS), CHUNK_BYTES).iterator();
                if (!chunk.hasNext()) {
                    throw new EOFException("The log ends " + left + " records early");
                }
            }
            take(chunk.next());
        }
        return true;
    }

    private void take(RecordLog.Stored record) {
        next = record.offset() + 1;
        left--;
        current = record.data();
        bytes += current.remaining();
        if (record.key().hasRemaining()) {
            Position position = Position.decode(record.key());
            positions.put(position.shard(), position.at());
        }
    }

    /** Bytes of the records read so far. */
    long bytes() {
        return bytes;
    }

    /** How far each shard of the source has been read with these records. */
    Map<String, String> positions() {
        return positions;
    }
}
