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

    private Launcher() {
    }

    /** A process that runs one command of the product's command line; not started yet. */
    static ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + HOME.resolve("releng/jvm.options"), "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.config.file=" + HOME.resolve("releng/logging.properties"),
                "-jar", launcher().toString(), "-nosplash",
                "-configuration", Path.of("target/configuration").toAbsolutePath().toString(), "-data", "@none"));
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
