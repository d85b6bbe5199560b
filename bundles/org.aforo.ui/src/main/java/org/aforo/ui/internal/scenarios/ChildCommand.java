package org.aforo.ui.internal.scenarios;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command line that runs a scenario with this very installation, in a JVM of its own. */
final class ChildCommand {

    private static final String LAUNCHER = "org.eclipse.equinox.launcher";
    private static final String INI = "config.ini";
    /** What the child's JVM is given because this one was. */
    private static final List<String> HANDED_ON = List.of("--add-", "--enable-native-access",
            "-Dosgi.bundlefile.limit");
    /** Only what is worth reading gets into the run's log. */
    private static final String QUIET = """
            handlers = java.util.logging.ConsoleHandler
            .level = WARNING
            java.util.logging.SimpleFormatter.format = %4$s: %5$s%6$s%n
            """;

    private ChildCommand() {
    }

    /**
     * @param configuration a folder of the child's own, for what Equinox keeps
     * @param report        where the report goes
     * @throws IOException if this installation can't be told, or the folder can't be written
     */
    static List<String> of(Path scenario, Map<String, String> inputs, Path report, Path configuration)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> HANDED_ON.stream().anyMatch(argument::startsWith))
                .forEach(line::add);
        configure(configuration);
        line.add("-Djava.util.logging.config.file="
                + Files.writeString(configuration.resolve("logging.properties"), QUIET));
        line.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-Dosgi.locking=none"));
        line.addAll(List.of("-jar", launcher().toString(), "-nosplash"));
        install().ifPresent(folder -> line.addAll(List.of("-install", folder.toString())));
        line.addAll(List.of("-configuration", configuration.toString(), "-data", "@none"));
        if (System.getProperty("osgi.dev") != null) {
            line.addAll(List.of("-dev", System.getProperty("osgi.dev")));
        }
        line.addAll(List.of("-application", "org.aforo.headless.app", "run", scenario.toString(), "--progress", "json",
                "--report", report.toString(), "--port", "0"));
        inputs.forEach((name, value) -> line.addAll(List.of("--input", name + "=" + value)));
        return line;
    }

    private static Optional<Path> install() {
        return area("osgi.install.area");
    }

    private static Optional<Path> area(String property) {
        String area = System.getProperty(property);
        return area == null || !area.startsWith("file:") ? Optional.empty()
                : Optional.of(Path.of(URI.create(area.replace(" ", "%20"))));
    }

    private static Path launcher() throws IOException {
        Path started = Path.of(System.getProperty("java.class.path", ""));
        if (started.getFileName() != null && started.getFileName().toString().startsWith(LAUNCHER)
                && Files.isRegularFile(started)) {
            return started.toAbsolutePath();
        }
        Path plugins = install().orElse(Path.of("")).resolve("plugins");
        try (Stream<Path> files = Files.list(plugins)) {
            return files.filter(file -> file.getFileName().toString().matches(LAUNCHER + "[_-][0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no " + LAUNCHER + " in " + plugins));
        }
    }

    /** Where the installation has no configuration to fall back on, as in tests, this process's own is taken over. */
    private static void configure(Path configuration) throws IOException {
        Files.createDirectories(configuration);
        Path shared = install().orElse(Path.of("")).resolve("configuration").resolve(INI);
        Path own = area("osgi.configuration.area").orElse(Path.of("")).resolve(INI);
        if (!Files.exists(shared) && Files.exists(own)) {
            Files.copy(own, configuration.resolve(INI));
        }
    }
}
