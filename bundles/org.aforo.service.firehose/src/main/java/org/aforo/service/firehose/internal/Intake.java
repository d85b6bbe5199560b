package org.aforo.service.firehose.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.flow.FlowRecord;
import org.aforo.api.flow.RecordSink.Outcome;
import org.aforo.api.log.RecordLog;
import org.aforo.api.meter.Meter;
import org.aforo.api.time.BenchClock;

/**
 * Takes records into a delivery stream: first into its log, then into the accounts of its buffer. What
 * is in the log is acknowledged. Safe for many threads.
 */
final class Intake {

    private static final ByteBuffer NO_KEY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final RecordLog log;
    private final FlowBuffer buffer;
    private final Backlog backlog;
    private final Throttle throttle;
    private final BenchClock clock;
    private final Meter in;
    private final Figures figures;
    private final String idPrefix;

    Intake(RecordLog log, FlowBuffer buffer, Backlog backlog, Throttle throttle, BenchClock clock, Meter in,
            Figures figures, String idPrefix) {
        this.log = log;
        this.buffer = buffer;
        this.backlog = backlog;
        this.throttle = throttle;
        this.clock = clock;
        this.in = in;
        this.figures = figures;
        this.idPrefix = idPrefix;
    }

    /**
     * Takes one record.
     *
     * @return its id
     * @throws AwsError {@code ServiceUnavailableException} over a limit
     */
    String put(ByteBuffer data) {
        int size = data.remaining();
        if (!throttle.request() || !throttle.take(1, size)) {
            throw slowDown(1);
        }
        if (!backlog.tryHold(1, size)) {
            throw slowDown(1);
        }
        String id = id(append(List.of(entry(NO_KEY, data)), size));
        figures.put(size);
        return id;
    }

    /**
     * Takes a batch as far as the limits let it.
     *
     * @param fault an error that an entry is to fail with, or null
     * @param wait  whether to wait while there is no room, or to answer so
     * @throws AwsError {@code ServiceUnavailableException} when nothing of it could be taken in now
     */
    List<Outcome> put(List<ByteBuffer> data, IntFunction<AwsError> fault, boolean wait) throws InterruptedException {
        if (!throttle.request()) {
            throw slowDown(data.size());
        }
        AwsError[] errors = new AwsError[data.size()];
        List<RecordLog.Entry> entries = admit(data, fault, errors);
        long first = entries.isEmpty() ? 0 : store(entries, wait);
        List<Outcome> outcomes = new ArrayList<>(errors.length);
        for (AwsError error : errors) {
            outcomes.add(new Outcome(error == null ? id(first++) : null, error));
        }
        return outcomes;
    }

    /** The entries to store; for the others the error is noted. */
    private List<RecordLog.Entry> admit(List<ByteBuffer> data, IntFunction<AwsError> fault, AwsError[] errors) {
        boolean all = throttle.take(data.size(), bytes(data));
        int throttled = 0;
        List<RecordLog.Entry> entries = new ArrayList<>(errors.length);
        for (int i = 0; i < errors.length; i++) {
            ByteBuffer record = data.get(i);
            errors[i] = fault.apply(i);
            if (errors[i] == null && !all && !throttle.take(1, record.remaining())) {
                errors[i] = Errors.slowDown();
                throttled++;
            }
            if (errors[i] == null) {
                entries.add(entry(NO_KEY, record));
            }
        }
        if (throttled > 0) {
            in.throttle(throttled);
        }
        return entries;
    }

    private long store(List<RecordLog.Entry> entries, boolean wait) throws InterruptedException {
        long size = 0;
        for (RecordLog.Entry entry : entries) {
            size += entry.data().remaining();
        }
        if (wait) {
            backlog.hold(entries.size(), size);
        } else if (!backlog.tryHold(entries.size(), size)) {
            throw slowDown(entries.size());
        }
        long first = append(entries, size);
        if (!wait) {
            figures.putBatch(entries.size(), size);
        }
        return first;
    }

    /** Whether there is room for more of the source. */
    boolean hasRoom() {
        return backlog.bytes() < backlog.capacity();
    }

    /** Takes what was read of a source's shard, with the position after it. */
    void copy(List<FlowRecord> records, Position after) {
        List<RecordLog.Entry> entries = new ArrayList<>(records.size());
        long size = 0;
        for (int i = 0; i < records.size(); i++) {
            ByteBuffer data = records.get(i).data();
            entries.add(entry(i == records.size() - 1 ? after.encode() : NO_KEY, data));
            size += data.remaining();
        }
        backlog.force(entries.size(), size);
        append(entries, size);
        figures.read(entries.size(), size);
    }

    private long append(List<RecordLog.Entry> entries, long size) {
        long first = -1;
        try {
            first = log.append(entries);
        } finally {
            if (first < 0) {
                backlog.release(entries.size(), size);
            }
        }
        in.add(entries.size(), size);
        figures.came(entries.size(), size);
        for (RecordLog.Entry entry : entries) {
            buffer.tryAdd(1, entry.data().remaining());
        }
        return first;
    }

    private RecordLog.Entry entry(ByteBuffer key, ByteBuffer data) {
        return new RecordLog.Entry(clock.millis(), key, data);
    }

    private AwsError slowDown(int records) {
        in.throttle(records);
        return Errors.slowDown();
    }

    /** A record's id. */
    String id(long offset) {
        return idPrefix + HexFormat.of().toHexDigits(offset);
    }

    static long bytes(List<ByteBuffer> data) {
        long size = 0;
        for (ByteBuffer each : data) {
            size += each.remaining();
        }
        return size;
    }
}
