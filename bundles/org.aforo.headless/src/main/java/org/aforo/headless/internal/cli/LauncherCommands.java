package org.aforo.headless.internal.cli;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Verbs that the launcher script does itself; here for the help. */
final class LauncherCommands {

    private LauncherCommands() {
    }

    @Command(name = "test", description = "Build and run every test; needs the source tree.")
    static final class Test implements Runnable {
        @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Passed on to Maven.")
        private String[] arguments;

        @Override
        public void run() {
            throw new CommandFailure("'test' needs the source tree: call it as ./aforo test there");
        }
    }

    @Command(name = "bench", description = "Measure Aforo beside its peers; needs the source tree.")
    static final class Bench implements Runnable {
        @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "Passed on to the benchmark.")
        private String[] arguments;

        @Override
        public void run() {
            throw new CommandFailure("'bench' needs the source tree: call it as ./aforo bench there");
        }
    }
}
