package org.aforo.core.internal.flow;

import org.aforo.api.Events;
import org.aforo.api.flow.Buffers;
import org.aforo.api.flow.FlowBuffer;
import org.aforo.api.time.Scheduler;
import org.aforo.core.internal.time.BenchTime;

/** Opens buffers. */
public final class BenchBuffers implements Buffers {

    private final BenchTime time;
    private final Scheduler scheduler;
    private final Events events;

    public BenchBuffers(BenchTime time, Scheduler scheduler, Events events) {
        this.time = time;
        this.scheduler = scheduler;
        this.events = events;
    }

    @Override
    public FlowBuffer open(Spec spec, Flusher flusher) {
        return new TriggeredBuffer(spec, time, scheduler,
                new FlushLine(time, scheduler, events, spec.name(), flusher));
    }
}
