package org.aforo.scenario.internal.produce;

import java.util.function.BooleanSupplier;

import org.aforo.scenario.internal.program.Program;
import org.aforo.scenario.internal.record.Ledger;

/** A program that sends by itself. */
record ProgramProducer(String name, Program program, BooleanSupplier stopped) implements Producer {

    @Override
    public Ledger sent() {
        return program.noted();
    }

    @Override
    public String skipped() {
        return program.skipped();
    }

    @Override
    public void run() throws InterruptedException {
        program.run(stopped);
    }

    @Override
    public String failure() {
        return program.failure();
    }
}
