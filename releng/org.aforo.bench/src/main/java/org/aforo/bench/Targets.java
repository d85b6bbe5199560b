package org.aforo.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts Aforo, the bare limit and the peers. */
final class Targets {

    private final Path home;
    private final Path cache;

    /**
     * @param home  Aforo's source tree
     * @param cache where peers are installed, once
     */
    private Targets(Path home, Path cache) {
        this.home = home;
        this.cache = cache;
    }

    /** Those of the source tree that the launcher stands in. */
    static Targets usual() {
        return new Targets(Path.of(System.getenv().getOrDefault("AFORO_HOME", ".")),
                Path.of(System.getProperty("user.home"), ".cache", "aforo", "bench"));
    }

    /** Aforo with its limits lifted and its log as durable as it is by default, in a folder of this run's own. */
    Target aforo() throws IOException, InterruptedException {
        int port = freePort();
        Path data = Files.createTempDirectory("aforo-bench-data");
        return Target.start("aforo", port, List.of(home.resolve("aforo").toString(), "serve", "--data", data.toString(),
                "--no-limits", "--port", Integer.toString(port)), Map.of("AFORO_NO_BUILD", "1"), home).owning(data);
    }

    Target bare() throws IOException, InterruptedException {
        int port = freePort();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Target.start("bare", port, List.of(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                BareServer.class.getName(), Integer.toString(port)), Map.of(), home);
    }

    /** A peer from npm; empty, with the reason told, when it can't be had. */
    Optional<Target> peer(String name, String version) throws InterruptedException {
        try {
            Path folder = install(name, version);
            int port = freePort();
            Path program = folder.resolve("node_modules/.bin").resolve(name);
            List<String> command = new ArrayList<>(List.of(program.toString()));
            if (name.equals("kinesalite")) {
                command.addAll(
                        List.of("--port", Integer.toString(port), "--createStreamMs", "5", "--shardLimit", "100"));
            }
            return Optional.of(Target.start(name, port, command,
                    Map.of("KINESIS_MOCK_PLAIN_PORT", Integer.toString(port), "KINESIS_MOCK_TLS_PORT",
                            Integer.toString(freePort()), "LOG_LEVEL", "ERROR", "SHARD_LIMIT", "100"),
                    folder.resolve("node_modules").resolve(name)));
        } catch (IOException e) {
            System.out.println("  " + name + " left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Path install(String name, String version) throws IOException, InterruptedException {
        Path folder = cache.resolve(name + "-" + version);
        if (!Files.isDirectory(folder.resolve("node_modules/.bin"))) {
            System.out.println("  installing " + name + " " + version);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
            Process npm = new ProcessBuilder("npm", "install", "--silent", "--no-audit", "--no-fund",
                    name + "@" + version).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("install.log").toFile()).start();
            if (npm.waitFor() != 0) {
                throw new IOException("npm could not install it; see " + folder.resolve("install.log"));
            }
        }
        return folder;
    }

    /** ElasticMQ from Maven Central; empty, with the reason told, when it can't be had. */
    Optional<Target> elasticMq(String version) throws InterruptedException {
        try {
            Path jars = fetch("elasticmq", version, "org.elasticmq", "elasticmq-server_2.13");
            int port = freePort();
            String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            String where = "-Drest-sqs.bind-hostname=127.0.0.1";
            return Optional.of(Target.start("elasticmq", port,
                    List.of(java, "-Xmx2g", where, "-Drest-sqs.bind-port=" + port,
                            "-Drest-stats.enabled=false", "-cp", jars + "/*", "org.elasticmq.server.Main"),
                    Map.of(), jars));
        } catch (IOException e) {
            System.out.println("  elasticmq left out: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** A program's jars and all it needs, by Maven. */
    private Path fetch(String name, String version, String group, String artifact)
            throws IOException, InterruptedException {
        Path folder = cache.resolve(name + "-" + version);
        Path jars = folder.resolve("lib");
        if (!Files.isRegularFile(jars.resolve(artifact + "-" + version + ".jar"))) {
            System.out.println("  fetching " + name + " " + version);
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("pom.xml"), """
                    <project xmlns="http://maven.apache.org/POM/4.0.0">
                      <modelVersion>4.0.0</modelVersion>
                      <groupId>peer</groupId>
                      <artifactId>%s</artifactId>
                      <version>1</version>
                      <dependencies>
                        <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>
                      </dependencies>
                    </project>
                    """.formatted(name, group, artifact, version));
            Process maven = new ProcessBuilder(home.resolve("mvnw").toAbsolutePath().toString(), "-q", "-B", "-f",
                    folder.resolve("pom.xml").toString(), "dependency:copy-dependencies",
                    "-DincludeScope=runtime", "-DoutputDirectory=" + jars).directory(folder.toFile())
                    .redirectErrorStream(true).redirectOutput(folder.resolve("install.log").toFile()).start();
            if (maven.waitFor() != 0) {
                throw new IOException("Maven could not fetch it; see " + folder.resolve("install.log"));
            }
        }
        return jars;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
