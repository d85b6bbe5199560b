package org.aforo.ui.internal.scenarios;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.aforo.client.Control;
import org.eclipse.osgi.util.NLS;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The process of one run. */
final class RunProcess {

    private static final int PATIENCE_SECONDS = 10;
    private static final int LAST_SECONDS = 3;
    private static final int ALL_WELL = 0;
    private static final int NOT_ALL_HOLDS = 1;

    private final Run run;
    private final Process process;
    private final Path temporary;
    private volatile boolean stopped;

    private RunProcess(Run run, Process process, Path temporary) {
        this.run = run;
        this.process = process;
        this.temporary = temporary;
    }

    static RunProcess start(Run run, Map<String, String> inputs, Path report) throws IOException {
        Path temporary = Files.createTempDirectory("aforo-run");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    ChildCommand.of(run.file(), inputs, report, temporary.resolve("configuration")));
            builder.directory(run.file().getParent().toFile()).redirectErrorStream(true);
            return new RunProcess(run, builder.start(), temporary);
        } catch (IOException e) {
            remove(temporary);
            throw e;
        }
    }

    /** Follows the process to its end; blocks. */
    void follow(Runnable changed, Consumer<URI> endpoint) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line, endpoint);
                changed.run();
            }
        } catch (IOException e) {
            run.say(e.getMessage()); // the pipe of a process that was killed
        }
        int code = process.onExit().join().exitValue();
        if (!stopped && !run.state().over() && code != ALL_WELL && code != NOT_ALL_HOLDS) {
            run.say(NLS.bind(Messages.run_ended_with, code));
        }
        run.over(stopped ? Run.State.STOPPED : Run.State.BROKEN);
        clear();
        changed.run();
    }

    private void take(String line, Consumer<URI> endpoint) {
        if (!line.startsWith("{")) {
            run.say(line);
            return;
        }
        JsonNode message;
        try {
            message = Control.JSON.readTree(line);
        } catch (JacksonException e) {
            run.say(line);
            return;
        }
        run.take(message).ifPresent(endpoint);
    }

    /** Asks the process to shut its bench down in order; kills it when that takes too long. Returns at once. */
    void stop() {
        stopped = true;
        process.destroy();
        Thread.ofVirtual().name("stop " + run.file().getFileName()).start(() -> {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        });
    }

    /** Ends it and what it started, now: this process is going too. */
    void kill() {
        stopped = true;
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(LAST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            clear();
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private synchronized void clear() {
        if (Files.exists(temporary)) {
            remove(temporary);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit(); // a file still held open; the system's temporary folder is cleaned by itself
        }
    }
}
