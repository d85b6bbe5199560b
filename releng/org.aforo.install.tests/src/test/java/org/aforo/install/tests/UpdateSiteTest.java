package org.aforo.install.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The update site, read from a {@code file:} URL by the workbench's own p2, as <em>Install New Software</em> does it:
 * the same planner and engine, without the window.
 */
class UpdateSiteTest {

    private static final String SDK = "org.aforo.feature.sdk.feature.group";
    private static final String TESTKIT = "org.aforo.testkit,";
    private static final Path SITE = Path.of(System.getProperty("aforo.repository"));

    @TempDir
    private Path folder;

    @Test
    void offersTheFourFeatures() throws Exception {
        Path workbench = copy();

        String listed = p2(workbench, "-list");

        assertThat(listed.lines()).anyMatch(line -> line.startsWith(SDK))
                .anyMatch(line -> line.startsWith("org.aforo.feature.ui.feature.group"))
                .anyMatch(line -> line.startsWith("org.aforo.feature.runtime.feature.group"))
                .anyMatch(line -> line.startsWith("org.aforo.feature.services.feature.group"));
    }

    @Test
    void whatIsInstalledIsInTheWorkbenchAndCanBeTakenOut() throws Exception {
        // Given a workbench without the kit for authors of plug-ins
        Path workbench = copy();
        assertThat(bundles(workbench)).doesNotContain(TESTKIT);
        // When it is installed
        p2(workbench, "-installIU", SDK);
        // Then it is among the bundles that the next start brings up
        assertThat(bundles(workbench)).contains(TESTKIT);
        // And taking it out takes it out
        p2(workbench, "-uninstallIU", SDK);
        assertThat(bundles(workbench)).doesNotContain(TESTKIT);
    }

    @Test
    void itIsInstalledBesideTheWorkbenchWhereItsConfigurationIs() throws Exception {
        // Given a workbench whose configuration is elsewhere, as the launcher has it
        Path workbench = copy();
        Path area = folder.resolve("area/configuration");
        // When the kit is installed
        p2(workbench, "-configuration", area.toString(), "-installIU", SDK);
        // Then the next start with that configuration brings it up, and the product is as it was
        assertThat(bundlesIn(area)).contains(TESTKIT);
        assertThat(bundles(workbench)).doesNotContain(TESTKIT);
    }

    private static String bundles(Path workbench) throws IOException {
        return bundlesIn(workbench.resolve("configuration"));
    }

    private static String bundlesIn(Path configuration) throws IOException {
        return Files.readString(configuration.resolve("org.eclipse.equinox.simpleconfigurator/bundles.info"));
    }

    private String p2(Path workbench, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true", "-jar",
                launcher(workbench), "-nosplash", "-consoleLog", "-application",
                "org.eclipse.equinox.p2.director", "-data", folder.resolve("workspace").toString(), "-repository",
                SITE.toRealPath().toUri().toString()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve("p2.log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        String told = Files.readString(log, StandardCharsets.UTF_8);
        assertThat(ended).as("p2 ended: " + told).isTrue();
        assertThat(process.exitValue()).as(told).isZero();
        return told;
    }

    private static String launcher(Path workbench) throws IOException {
        try (Stream<Path> jars = Files.list(workbench.resolve("plugins"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst().orElseThrow().toString();
        }
    }

    /** A workbench to change. Symbolic links would not do: p2 follows them and changes the product. */
    private Path copy() throws IOException {
        Path from;
        try (Stream<Path> files = Files.find(Path.of(System.getProperty("aforo.product")), 4,
                (path, attributes) -> path.endsWith("configuration"))) {
            from = files.findFirst().orElseThrow().getParent();
        }
        Path to = folder.resolve("workbench");
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> put(file, to.resolve(from.relativize(file).toString())));
        }
        return to;
    }

    private static void put(Path file, Path target) {
        try {
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
