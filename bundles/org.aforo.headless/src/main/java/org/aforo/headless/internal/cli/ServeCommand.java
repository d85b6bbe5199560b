package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.aforo.api.BenchSettings;
import org.aforo.api.Gateway;
import org.aforo.headless.internal.RunningBench;
import org.aforo.headless.internal.Runtime;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a bench until it is interrupted. */
@Command(name = "serve", description = "Start a bench and listen until interrupted.")
final class ServeCommand implements Callable<Integer> {

    private static final int TLS_LOOKS = 100;
    private static final Duration TLS_LOOK = Duration.ofMillis(100);

    private final Runtime runtime;

    @Mixin
    private BenchOptions options;

    @Spec
    private CommandSpec spec;

    ServeCommand(Runtime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Integer call() throws InterruptedException {
        BenchSettings settings = options.settings();
        RunningBench running = runtime.start(settings);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Aforo listens on " + running.gateway().endpoint());
        if (settings.tlsPort() >= 0) {
            out.println(tls(running.gateway()));
        }
        out.println("State: " + (settings.ephemeral() ? "kept until the end only" : "kept in " + settings.data()));
        out.println("Ctrl-C stops it.");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    /** TLS comes up after plain HTTP does, since its first start makes a certificate. */
    private static String tls(Gateway gateway) throws InterruptedException {
        for (int i = 0; i < TLS_LOOKS && gateway.tlsEndpoint().isEmpty(); i++) {
            Thread.sleep(TLS_LOOK);
        }
        return gateway.tlsEndpoint().map(uri -> "        and on " + uri)
                .orElse("        but not over TLS; see /_aforo/events for the reason");
    }
}
