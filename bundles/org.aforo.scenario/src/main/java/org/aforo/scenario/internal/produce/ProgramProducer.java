package org.aforo.scenario.internal.produce;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.aforo.scenario.internal.record.Ledger;

/**
 * A program that sends by itself. It is told the endpoint and a file in which it writes each accepted
 * record, one a line. Where what it needs is missing it takes no part, and says so.
 */
public final class ProgramProducer implements Producer {

    private static final long PROBE_SECONDS = 30;
    private static final int LOOK_MILLIS = 200;

    private final String name;
    private final List<String> command;
    private final Path folder;
    private final Path sentFile;
    private final BooleanSupplier stopped;
    private final Ledger sent = new Ledger();
    private volatile String skipped = "";
    private volatile String failure = "";

    /**
     * @param command  as started, variables filled in
     * @param needs    a command that succeeds where the program can run; may be empty
     * @param folder   where both run
     * @param sentFile what the program writes
     */
    public ProgramProducer(String name, List<String> command, List<String> needs, Path folder, Path sentFile,
            BooleanSupplier stopped) throws InterruptedException {
        this.name = name;
        this.command = command;
        this.folder = folder;
        this.sentFile = sentFile;
        this.stopped = stopped;
        if (!needs.isEmpty() && !succeeds(needs)) {
            skipped = "left out: '" + String.join(" ", needs) + "' fails here";
        }
    }

    private boolean succeeds(List<String> probe) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(probe).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            boolean well = process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
            process.destroyForcibly();
            return well;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void run() throws InterruptedException {
        if (!skipped.isEmpty()) {
            return;
        }
        try {
            Path output = sentFile.resolveSibling(sentFile.getFileName() + ".out");
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (stopped.getAsBoolean()) {
                    process.destroy();
                }
            }
            readSent();
            if (process.exitValue() != 0 && !stopped.getAsBoolean()) {
                failure = "ended with " + process.exitValue() + ": " + lastLine(output);
            }
        } catch (IOException e) {
            failure = e.getMessage();
        }
    }

    private void readSent() throws IOException {
        if (Files.exists(sentFile)) {
            try (Lines lines = new Lines(sentFile)) {
                lines.forEachRemaining(item -> sent.add(item.key(), item.data()));
            }
        }
    }

    private static String lastLine(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        return lines.isEmpty() ? "it said nothing" : lines.getLast();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Ledger sent() {
        return sent;
    }

    @Override
    public String skipped() {
        return skipped;
    }

    @Override
    public String failure() {
        return failure;
    }
}
