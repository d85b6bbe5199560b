package org.aforo.headless.internal.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.aforo.api.BenchSettings;
import org.aforo.headless.internal.CommandFailure;

import picocli.CommandLine.Option;

/** How a bench is to run, as told on the command line. */
final class BenchOptions {

    @Option(names = "--data", paramLabel = "DIR", description = "Folder that keeps the state (default: ~/.aforo).")
    private Path data;

    @Option(names = "--ephemeral", description = "Keep nothing: state goes into a folder that is removed at the end.")
    private boolean ephemeral;

    @Option(names = "--host", defaultValue = "127.0.0.1", paramLabel = "ADDRESS",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    private String host;

    @Option(names = "--port", defaultValue = "4566", paramLabel = "PORT",
            description = "HTTP port, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--tls-port", defaultValue = "-1", paramLabel = "PORT",
            description = "HTTPS port with a generated certificate, 0 for any free one (default: none).")
    private int tlsPort;

    @Option(names = "--strict",
            description = "Verify signatures (access key test, secret test, unless you add others).")
    private boolean strict;

    @Option(names = "--clock", defaultValue = "1", paramLabel = "SCALE",
            description = "Bench seconds per real second; 0 for a clock that is stepped by hand (default: 1).")
    private double clock;

    @Option(names = "--no-limits", description = "Lift AWS's limits.")
    private boolean limitsLifted;

    @Option(names = "--fsync", defaultValue = "1000", paramLabel = "MILLIS",
            description = "How often logs are forced to disk, 0 for on every append (default: ${DEFAULT-VALUE}).")
    private long fsync;

    BenchSettings settings() {
        if (clock < 0 || fsync < 0) {
            throw new CommandFailure("--clock and --fsync take numbers from 0 up");
        }
        return new BenchSettings(folder(), ephemeral, host, port, tlsPort, strict, clock, limitsLifted,
                Duration.ofMillis(fsync));
    }

    private Path folder() {
        if (ephemeral) {
            if (data != null) {
                throw new CommandFailure("--ephemeral keeps nothing, --data keeps all: choose one");
            }
            return temporary();
        }
        return data != null ? data.toAbsolutePath() : Path.of(System.getProperty("user.home"), ".aforo");
    }

    /** A folder of its own for a bench that keeps nothing. */
    static Path temporary() {
        try {
            return Files.createTempDirectory("aforo");
        } catch (IOException e) {
            throw new CommandFailure("no temporary folder: " + e.getMessage());
        }
    }
}
