package org.aforo.gateway.internal.control;

import java.util.List;

import org.aforo.api.meter.Meter;

/** Counts nothing. */
enum NoMeter implements Meter {

    NONE;

    @Override
    public String owner() {
        return "";
    }

    @Override
    public void add(long records, long bytes) {
        // counts nothing
    }

    @Override
    public void error(long count) {
        // counts nothing
    }

    @Override
    public void throttle(long count) {
        // counts nothing
    }

    @Override
    public void latency(long nanos) {
        // counts nothing
    }

    @Override
    public Snapshot snapshot() {
        return Figures.NOTHING;
    }

    @Override
    public List<Sample> history() {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
