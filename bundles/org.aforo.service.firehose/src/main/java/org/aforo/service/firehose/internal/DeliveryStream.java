package org.aforo.service.firehose.internal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

import org.aforo.api.Arn;
import org.aforo.api.Bench;
import org.aforo.api.Resource;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.flow.BufferState;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.flow.RecordPeek;
import org.aforo.api.flow.RecordSink.Outcome;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.aforo.api.log.RecordLog;
import org.aforo.api.meter.Meter;
import org.aforo.api.meter.PublishedMetric;
import org.aforo.api.meter.PublishedMetric.Gauge;
import org.aforo.api.meter.PublishedMetric.Source;
import org.aforo.api.meter.PublishedMetric.Total;

/**
 * A delivery stream at work: its log, its buffer, its delivery and, where it reads one, its source.
 * Opening it puts what the log holds undelivered back into the buffer. Safe for many threads.
 */
public final class DeliveryStream implements Resource, AutoCloseable {

    private static final int SCAN_RECORDS = 8192;
    private static final long SCAN_BYTES = 1 << 20;

    private final Meter in;
    private final Meter out;
    private final Figures figures = new Figures();
    private final RecordLog log;
    private final Progress progress;
    private final Backlog backlog;
    private final Throttle throttle;
    private final Delivery delivery;
    private final FlowBuffer buffer;
    private final Intake intake;
    private final SourceReader source;
    private volatile Delivery.Target target;

    DeliveryStream(Bench bench, Definition definition, Limits limits, MetaMap<Progress.Saved> positions) {
        target = target(definition);
        String arn = definition.arn().toString();
        S3Destination destination = definition.destination();
        log = bench.logs().open(logName(definition));
        in = bench.meters().open(arn, "in");
        out = bench.meters().open(arn, "out");
        progress = new Progress(positions, definition.key());
        progress.bound(log.first(), log.next());
        backlog = new Backlog(limits.backlog(), bench.scheduler());
        throttle = new Throttle(bench.clock(), limits.rates(definition.region()));
        delivery = new Delivery(bench, () -> target, log, progress, backlog, limits, out, figures);
        buffer = bench.buffers().open(new Buffers.Spec("buffer", destination.maxBytes(), Long.MAX_VALUE,
                destination.maxAge(), Long.MAX_VALUE), delivery);
        intake = new Intake(log, buffer, backlog, throttle, bench.clock(), in, figures,
                idPrefix(definition));
        source = definition.source() == null ? null : new SourceReader(bench, definition, progress, intake);
    }

    /** A name of dots alone would lead out of the folder, hence the ending. */
    static String logName(Definition definition) {
        return "firehose/" + definition.key() + ".log";
    }

    private static String idPrefix(Definition definition) {
        return HexFormat.of().toHexDigits(definition.created().toEpochMilli());
    }

    private static Delivery.Target target(Definition definition) {
        return new Delivery.Target(definition, Naming.of(definition.destination()));
    }

    /** Puts what isn't delivered back into the buffer. */
    void restore() {
        long at = progress.delivered();
        for (List<RecordLog.Stored> some = log.read(at, SCAN_RECORDS, SCAN_BYTES); !some.isEmpty(); some = log.read(at,
                SCAN_RECORDS, SCAN_BYTES)) {
            for (RecordLog.Stored record : some) {
                if (record.key().hasRemaining()) {
                    progress.read(Position.decode(record.key()));
                }
                backlog.force(1, record.dataLength());
                buffer.tryAdd(1, record.dataLength());
            }
            at = some.getLast().offset() + 1;
        }
    }

    /** Takes the source's starting positions; nothing without a source. */
    void beginSource() {
        if (source != null) {
            source.begin();
        }
    }

    /** Takes up work once it is active. */
    void activate() {
        if (source != null) {
            source.start();
        }
    }

    /** What it is to be from now on. */
    void define(Definition definition) {
        S3Destination before = definition().destination();
        S3Destination now = definition.destination();
        target = target(definition);
        if (before.maxBytes() != now.maxBytes() || !before.maxAge().equals(now.maxAge())) {
            buffer.retune(now.maxBytes(), now.maxAge());
        }
    }

    /** What it is now. */
    public Definition definition() {
        return target.definition();
    }

    /** As {@link Intake#put(ByteBuffer)}. */
    public String put(ByteBuffer data) {
        return intake.put(data);
    }

    /** As {@link Intake#put(List, IntFunction, boolean)}. */
    public List<Outcome> put(List<ByteBuffer> data, IntFunction<AwsError> fault, boolean wait)
            throws InterruptedException {
        return intake.put(data, fault, wait);
    }

    /** Looks at what isn't delivered yet. */
    RecordPeek peek() {
        return new WaitingPeek(log, progress::delivered, intake::id);
    }

    @Override
    public Arn arn() {
        return definition().arn();
    }

    @Override
    public String kind() {
        return "delivery-stream";
    }

    @Override
    public String name() {
        return definition().name();
    }

    @Override
    public String state() {
        return definition().state().name();
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.of(definition(), delivery.trouble(), source == null ? "" : source.trouble());
    }

    @Override
    public Meter in() {
        return in;
    }

    @Override
    public Meter out() {
        return out;
    }

    @Override
    public List<BufferState> buffers() {
        BufferState now = buffer.state();
        return List.of(now, backlog(now), throttle.state());
    }

    /** All that isn't delivered, against what makes the delivery stream refuse more. */
    private BufferState backlog(BufferState now) {
        Optional<Instant> retry = delivery.trouble().map(Delivery.Trouble::retry);
        return new BufferState("backlog", backlog.bytes(), backlog.capacity(), backlog.records(), Long.MAX_VALUE,
                oldest(now), retry, Optional.empty());
    }

    /** How long the oldest that isn't delivered has been here. */
    private Duration oldest(BufferState now) {
        return delivery.oldest().orElse(now.oldest());
    }

    /** Its figures under CloudWatch's names. */
    List<PublishedMetric> metrics() {
        List<PublishedMetric> all = new ArrayList<>();
        figures.all().forEach(each -> all.add(metric(each.metric(), each.unit(), each.tally())));
        all.add(metric("ThrottledRecords", "Count", new Total(() -> in.snapshot().throttles())));
        all.add(metric("DeliveryToS3.DataFreshness", "Seconds",
                new Gauge(() -> oldest(buffer.state()).toSeconds())));
        return all;
    }

    private PublishedMetric metric(String name, String unit, Source source) {
        return new PublishedMetric(arn(), "AWS/Firehose", name, Map.of("DeliveryStreamName", name()), unit, source);
    }

    @Override
    public List<Link> links() {
        Link out = new Link(Arn.parse(definition().destination().bucketArn()), "delivers to");
        Definition.Source from = definition().source();
        return from == null ? List.of(out) : List.of(new Link(Arn.parse(from.streamArn()), "source"), out);
    }

    /** Stops; what isn't delivered stays in the log. */
    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
        backlog.close();
        delivery.close();
        buffer.close();
        log.close();
        in.close();
        out.close();
    }
}
