package org.aforo.core;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

import org.aforo.api.Bench;
import org.aforo.api.BenchSettings;
import org.aforo.api.Events;
import org.aforo.api.IngestionService;
import org.aforo.api.access.AccessPolicies;
import org.aforo.api.fault.Faults;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.Destinations;
import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.RecordLogs;
import org.aforo.api.meter.Meters;
import org.aforo.api.quota.Quotas;
import org.aforo.api.time.BenchClock;
import org.aforo.api.time.Scheduler;
import org.aforo.core.internal.ClockMark;
import org.aforo.core.internal.DataFolder;
import org.aforo.core.internal.EventRing;
import org.aforo.core.internal.Plugged;
import org.aforo.core.internal.access.BenchPolicies;
import org.aforo.core.internal.fault.BenchFaults;
import org.aforo.core.internal.flow.BenchBuffers;
import org.aforo.core.internal.log.SegmentLogs;
import org.aforo.core.internal.meta.BenchMetadata;
import org.aforo.core.internal.meter.BenchMeters;
import org.aforo.core.internal.quota.BenchQuotas;
import org.aforo.core.internal.time.BenchScheduler;
import org.aforo.core.internal.time.BenchTime;
import org.aforo.core.internal.time.RealTime;

/** The bench on one machine: its clock, figures, failures, limits, storage, and the services plugged into it. */
@Component(service = {Bench.class, LocalBench.class}, immediate = true)
public final class LocalBench implements Bench, AutoCloseable {

    private static final Pattern SERVICE_ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final BenchSettings settings;
    private final DataFolder data;
    private final ClockMark mark;
    private final BenchTime time;
    private final EventRing events;
    private final BenchScheduler scheduler;
    private final BenchMeters meters;
    private final BenchFaults faults;
    private final BenchMetadata metadata;
    private final BenchQuotas quotas;
    private final AccessPolicies policies;
    private final BenchBuffers buffers;
    private final SegmentLogs logs;
    private final Plugged plugged = new Plugged();
    private final Deque<Runnable> closers = new ArrayDeque<>();

    /**
     * Starts a bench at the machine's date and time.
     *
     * @throws IllegalStateException with one clear line when the data folder is in use or can't be written
     */
    @Activate
    public LocalBench(@Reference BenchSettings settings) {
        this(settings, RealTime.now());
    }

    /**
     * Starts a bench whose clock shows {@code origin} to begin with, or where the folder's last bench got to if
     * that is later: time never goes back.
     */
    public LocalBench(BenchSettings settings, Instant origin) {
        this.settings = settings;
        try {
            this.data = new DataFolder(settings.data(), settings.ephemeral());
            closers.push(data::close);
            this.mark = new ClockMark(data.path().resolve("clock"));
            this.time = new BenchTime(mark.notBefore(origin), settings.clockScale());
            closers.push(time::close);
            this.events = new EventRing(time);
            this.scheduler = new BenchScheduler(time, this::taskFailed);
            this.meters = new BenchMeters(time, events);
            closers.push(meters::close);
            this.faults = new BenchFaults(scheduler, events);
            this.metadata = new BenchMetadata(data.path().resolve("metadata.mv.db"));
            closers.push(metadata::close);
            this.quotas = new BenchQuotas(metadata, events, settings.limitsLifted());
            this.policies = new BenchPolicies(time, events);
            this.buffers = new BenchBuffers(time, scheduler, events);
            this.logs = new SegmentLogs(data.path().resolve("logs"), time, scheduler, events,
                    settings.ephemeral() && !settings.fsyncInterval().isZero() ? SegmentLogs.NEVER
                            : settings.fsyncInterval());
            closers.push(logs::close);
            keepTime();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Plugs a service in. */
    public void plug(IngestionService service) {
        if (plugged.add(service)) {
            tell("plug-in-added", service);
        }
    }

    /** Takes a service out; it closes what it opened itself. */
    public void unplug(IngestionService service) {
        if (plugged.remove(service)) {
            tell("plug-in-removed", service);
        }
    }

    @Override
    public BenchSettings settings() {
        return settings;
    }

    @Override
    public BenchClock clock() {
        return time;
    }

    @Override
    public Scheduler scheduler() {
        return scheduler;
    }

    @Override
    public Meters meters() {
        return meters;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Quotas quotas() {
        return quotas;
    }

    @Override
    public AccessPolicies policies() {
        return policies;
    }

    @Override
    public Buffers buffers() {
        return buffers;
    }

    @Override
    public RecordLogs logs() {
        return logs;
    }

    @Override
    public MetadataStore metadata() {
        return metadata;
    }

    @Override
    public Destinations destinations() {
        return plugged;
    }

    @Override
    public Events events() {
        return events;
    }

    @Override
    public Path files(String service) {
        if (!SERVICE_ID.matcher(service).matches()) {
            throw new IllegalArgumentException("Not a service's id: " + service);
        }
        return data.folder("files", service);
    }

    @Override
    public List<IngestionService> services() {
        return plugged.all();
    }

    /** Ends the bench, what was opened last first. Services are closed before it by whoever made them. */
    @Override
    @Deactivate
    public void close() {
        Runnable next = closers.poll();
        if (next != null) {
            try {
                next.run();
            } finally {
                close();
            }
        }
    }

    private void keepTime() {
        if (!settings.ephemeral()) {
            time.afterMove(() -> mark.note(time));
            mark.follow(time);
            closers.push(mark::close);
            closers.push(() -> mark.note(time));
        }
    }

    private void tell(String type, IngestionService service) {
        events.publish(type, "", service.descriptor().id() + ": " + service.descriptor().title());
    }

    private void taskFailed(String name, Throwable thrown) {
        events.publish("task-failed", "", name + " failed: " + thrown);
    }
}
