package org.aforo.scenario.internal.consume;

import org.aforo.api.Bench;
import org.aforo.scenario.Scenario.ConsumerSpec;
import org.aforo.scenario.internal.program.Program;
import org.aforo.scenario.internal.record.Delays;
import org.aforo.scenario.internal.record.Ledger;

/** A program that receives by itself, and ends when it is told to. */
final class ProgramConsumer implements Consumer {

    private final ConsumerSpec spec;
    private final Bench bench;
    private final Program program;
    private volatile boolean stopped;

    ProgramConsumer(ConsumerSpec spec, Bench bench, Program program) {
        this.spec = spec;
        this.bench = bench;
        this.program = program;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public Ledger received() {
        return program.noted();
    }

    @Override
    public Delays delays() {
        return new Delays();
    }

    @Override
    public void prepare() {
        // it prepares itself
    }

    @Override
    public void run() throws InterruptedException {
        bench.scheduler().sleep(spec.at());
        program.run(() -> stopped);
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public String skipped() {
        return program.skipped();
    }

    @Override
    public String failure() {
        return program.failure();
    }
}
