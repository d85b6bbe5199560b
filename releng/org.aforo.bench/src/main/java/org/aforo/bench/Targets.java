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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
