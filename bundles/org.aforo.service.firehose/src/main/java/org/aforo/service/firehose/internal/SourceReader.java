package org.aforo.service.firehose.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.aforo.api.Bench;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSource;
import org.aforo.api.flow.RecordSource.Start;
import org.aforo.api.time.Scheduler;

/**
 * Copies a Kinesis stream's records into a delivery stream: each second it looks for new shards and
 * reads every shard to its end, parents first. It begins with what comes after the delivery stream was
 * created; shards that appear later are read from their beginning. While the delivery stream has no room
 * nothing is read; after a failure a shard is opened anew where it stood.
 *
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/writing-with-kinesis-streams.html">Reading
 *      at the latest position, each shard once a second</a>
 */
final class SourceReader {

    private static final int READ_RECORDS = 10_000;
    private static final long READ_BYTES = 1 << 20;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Bench bench;
    private final Definition definition;
    private final Progress progress;
    private final Intake intake;
    private final Map<String, RecordSource.Cursor> cursors = new HashMap<>();
    private Scheduler.Timer timer;
    private volatile boolean closed;
    private volatile String trouble = "";

    SourceReader(Bench bench, Definition definition, Progress progress, Intake intake) {
        this.bench = bench;
        this.definition = definition;
        this.progress = progress;
        this.intake = intake;
    }

    /**
     * Takes the positions to begin with, if that wasn't done.
     *
     * @throws AwsError when there is no such stream now
     */
    synchronized void begin() {
        if (progress.started()) {
            return;
        }
        RecordSource source = source();
        Map<String, Progress.Mark> marks = new HashMap<>();
        for (String shard : source.partitions()) {
            try (RecordSource.Cursor cursor = source.open(shard, new Start.Latest())) {
                marks.put(shard, new Progress.Mark(cursor.position(), false));
            }
        }
        progress.start(marks);
    }

    /** Reads from now on. */
    synchronized void start() {
        if (timer == null && !closed) {
            timer = bench.scheduler().every(PERIOD, "firehose source of " + definition.name(), this::read);
        }
    }

    private synchronized void read() {
        if (closed) {
            return;
        }
        try {
            begin();
            RecordSource source = source();
            List<String> shards = source.partitions();
            forget(shards);
            for (String shard : shards) {
                read(source, shard);
            }
            trouble = "";
        } catch (AwsError e) {
            closeCursors();
            failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(RecordSource source, String shard) throws InterruptedException {
        Progress.Mark mark = progress.shard(shard);
        if (mark != null && mark.ended()) {
            return;
        }
        RecordSource.Cursor cursor = cursors.get(shard);
        if (cursor == null) {
            cursor = source.open(shard, mark == null ? new Start.Earliest() : new Start.After(mark.position()));
            cursors.put(shard, cursor);
        }
        while (!closed && intake.hasRoom()) {
            List<FlowRecord> records = cursor.read(READ_RECORDS, READ_BYTES, Duration.ZERO);
            if (records.isEmpty()) {
                if (cursor.ended()) {
                    progress.end(shard, cursor.position());
                    cursors.remove(shard).close();
                }
                return;
            }
            Position after = new Position(shard, cursor.position());
            intake.copy(records, after);
            progress.read(after);
        }
    }

    /** Lets go of shards that the stream no longer has. */
    private void forget(List<String> shards) {
        progress.retain(shards);
        for (Iterator<String> each = cursors.keySet().iterator(); each.hasNext();) {
            String shard = each.next();
            if (!shards.contains(shard)) {
                cursors.get(shard).close();
                each.remove();
            }
        }
    }

    private RecordSource source() {
        return bench.destinations().source(definition.source().streamArn());
    }

    private void failed(AwsError error) {
        String text = error.code() + ": " + error.getMessage();
        if (!text.equals(trouble)) {
            trouble = text;
            bench.events().publish("source-failed", definition.arn().toString(), text);
        }
    }

    /** Why the source can't be read at the moment, or empty. */
    String trouble() {
        return trouble;
    }

    private void closeCursors() {
        cursors.values().forEach(RecordSource.Cursor::close);
        cursors.clear();
    }

    /** Stops reading, and waits until the last read is stored. */
    void close() {
        closed = true;
        synchronized (this) {
            if (timer != null) {
                timer.cancel();
            }
            closeCursors();
        }
    }
}
