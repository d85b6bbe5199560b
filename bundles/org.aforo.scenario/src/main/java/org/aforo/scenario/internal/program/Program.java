package org.aforo.scenario.internal.program;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.aforo.scenario.internal.produce.Lines;
import org.aforo.scenario.internal.record.Ledger;

/**
 * A program that sends or receives by itself. It is told the endpoint and a file in which it writes each record that it
 * is done with, one a line. Where what it needs is missing it takes no part, and says so.
 */
public final class Program {

    private static final long PROBE_SECONDS = 30;
    private static final int LOOK_MILLIS = 200;
    private static final int LAST_BYTES = 4096;

    private final List<String> command;
    private final Path folder;
    private final Path notes;
    private final Ledger noted = new Ledger();
    private final String skipped;
    private long read;
    private volatile String failure = "";

    /**
     * @param command as started
     * @param needs   a command that succeeds where the program can run; may be empty
     * @param folder  where both run
     * @param notes   what the program writes
     */
    Program(List<String> command, List<String> needs, Path folder, Path notes) throws InterruptedException {
        this.command = command;
        this.folder = folder;
        this.notes = notes;
        this.skipped = needs.isEmpty() || succeeds(needs) ? ""
                : "left out: '" + String.join(" ", needs) + "' fails here";
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

    /** Runs it to its end, or until it is to be stopped. */
    public void run(BooleanSupplier stopped) throws InterruptedException {
        if (!skipped.isEmpty()) {
            return;
        }
        try {
            Path output = notes.resolveSibling(notes.getFileName() + ".out");
            Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            try {
                while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    readNotes();
                    if (stopped.getAsBoolean()) {
                        process.destroy();
                    }
                }
            } finally {
                process.destroyForcibly();
            }
            readNotes();
            if (process.exitValue() != 0 && !stopped.getAsBoolean()) {
                failure = "ended with " + process.exitValue() + ": " + lastLine(output);
            }
        } catch (IOException e) {
            failure = e.getMessage();
        }
    }

    /** What was added, up to the last whole line. */
    private void readNotes() throws IOException {
        if (!Files.exists(notes)) {
            return;
        }
        try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(notes))) {
            in.skipNBytes(read);
            ByteArrayOutputStream line = new ByteArrayOutputStream(256);
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    noted.add(Lines.key(line.toByteArray()), line.toByteArray());
                    read += line.size();
                    line.reset();
                }
            }
        }
    }

    /** It may have said a lot. */
    private static String lastLine(Path output) throws IOException {
        try (InputStream in = Files.newInputStream(output)) {
            in.skipNBytes(Math.max(0, Files.size(output) - LAST_BYTES));
            String end = new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
            return end.isEmpty() ? "it said nothing" : end.substring(end.lastIndexOf('\n') + 1);
        }
    }

    /** What it is done with so far. */
    public Ledger noted() {
        return noted;
    }

    /** Why it took no part; empty when it does. */
    public String skipped() {
        return skipped;
    }

    /** What went wrong; empty when nothing did. */
    public String failure() {
        return failure;
    }
}
