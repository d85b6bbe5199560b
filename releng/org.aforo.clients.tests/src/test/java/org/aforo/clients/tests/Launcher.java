package org.aforo.clients.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Knows how the built product is started, as the script {@code aforo} does it. */
final class Launcher {

    /** The source tree's root. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent().getParent();

    private static final Path PRODUCT = Path.of(System.getProperty("aforo.product",
            HOME.resolve("releng/org.aforo.product.headless/target/products/aforo-headless").toString()));

    /** What Equinox keeps of the product, also of what is plugged in; so tests that run beside each other share none */
    private static final Path CONFIGURATION = Path.of(System.getProperty("aforo.configuration", "target/configuration"))
            .toAbsolutePath();

    private Launcher() {
    }

    /** A process that runs one command of the product's command line; not started yet. */
    static ProcessBuilder process(String... arguments) {
        fill();
        return command(arguments);
    }

    /** The first start fills the configuration, and does so alone: several at a time would write into each other's. */
    private static synchronized void fill() {
        if (Files.exists(CONFIGURATION)) {
            return;
        }
        try {
            Run first = Run.of(command("--help"));
            if (first.exit() != 0) {
                throw new IllegalStateException(first.err());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + HOME.resolve("releng/jvm.options"), "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=" + HOME.resolve("releng/logging.properties"),
                "-jar", launcher().toString(), "-nosplash",
                "-configuration", CONFIGURATION.toString(), "-data", "@none"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AFORO_HOME", HOME.toString());
        return builder;
    }

    private static Path launcher() {
        Path plugins = PRODUCT.resolve(platform()).resolve("plugins");
        try (Stream<Path> files = Files.list(plugins)) {
            return files.filter(file -> file.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst().orElseThrow(() -> new IllegalStateException("no launcher in " + plugins));
        } catch (IOException e) {
            throw new UncheckedIOException("the product isn't built", e);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name");
        String arch = System.getProperty("os.arch").matches("aarch64|arm64") ? "aarch64" : "x86_64";
        return (os.startsWith("Mac") ? "macosx/cocoa/" : os.startsWith("Windows") ? "win32/win32/" : "linux/gtk/")
                + arch;
    }
}
