package org.aforo.headless.internal.cli;

import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Command(name = "bench", description = "Measure Aforo beside the bare limit and its peers; needs the source tree.",
            footer = {"", "  ./aforo bench            ingestion and the start",
                    "  ./aforo bench streams    Kinesis Data Streams: reads, pushes, puts, many shards, a long backlog",
                    "  ./aforo bench queues     SQS: singles, batches, backlogs, FIFO groups, long polls"})
    static final class Bench implements Runnable {
        @Parameters(arity = "0..*", paramLabel = "ARGUMENT",
                description = "What to measure, and --rounds N, --seconds S, --no-peers.")
        private String[] arguments;

        @Override
        public void run() {
            throw new CommandFailure("'bench' needs the source tree: call it as ./aforo bench there");
        }
    }

    @Command(name = "workbench", description = "Open the workbench, the desktop side; needs a display.")
    static final class Workbench implements Runnable {
        @Option(names = "--attach", paramLabel = "URL",
                description = "Follow the bench there, as well as others; no bench is embedded then.")
        private String[] attach;

        @Option(names = "--with-bench", description = "Embed a bench besides those attached.")
        private boolean withBench;

        @Option(names = "--no-bench", description = "Embed none.")
        private boolean withoutBench;

        @Option(names = "--data", paramLabel = "FOLDER",
                description = "The workspace: what keeps the workbench's state (default: ~/.aforo/workbench).")
        private String data;

        @Override
        public void run() {
            throw new CommandFailure("'workbench' is the launcher's: call it as ./aforo workbench");
        }
    }

    @Command(name = "screenshots", description = "Make the pictures of the workbench; needs the source tree.")
    static final class Screenshots implements Runnable {
        @Parameters(arity = "0..1", paramLabel = "FOLDER",
                description = "Where they go (default: docs/images/workbench).")
        private String folder;

        @Override
        public void run() {
            throw new CommandFailure("'screenshots' needs the source tree: call it as ./aforo screenshots there");
        }
    }
}
