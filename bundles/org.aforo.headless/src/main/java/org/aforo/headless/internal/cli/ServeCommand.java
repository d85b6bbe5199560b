package org.aforo.headless.internal.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.aforo.api.BenchSettings;
import org.aforo.headless.internal.RunningBench;
import org.aforo.headless.internal.Runtime;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a bench until it is interrupted. */
@Command(name = "serve", description = "Start a bench and listen until interrupted.")
final class ServeCommand implements Callable<Integer> {

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
        CountDownLatch stopped = new CountDownLatch(1);
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            running.close();
            stopped.countDown();
        }, "aforo-shutdown"));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Aforo listens on " + running.gateway().endpoint());
        running.gateway().tlsEndpoint().ifPresent(tls -> out.println("        and on " + tls));
        out.println("State: " + (settings.ephemeral() ? "kept until the end only" : "kept in " + settings.data()));
        out.println("Ctrl-C stops it.");
        out.flush();
        stopped.await();
        return 0;
    }
}
