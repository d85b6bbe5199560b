package org.aforo.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server under measurement, in a process of its own. */
final class Target implements AutoCloseable {

    static final Pattern ITERATOR = Pattern.compile("\"(?:Next)?ShardIterator\"\\s*:\\s*\"([^\"]+)\"");

    private static final Pattern SHARD = Pattern.compile("\"ShardId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern CONSUMER = Pattern.compile("\"ConsumerARN\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern STREAM = Pattern.compile("\"StreamARN\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final int port;
    private final double readySeconds;
    private Path scratch;

    private Target(String name, Process process, int port, double readySeconds) {
        this.name = name;
        this.process = process;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /** Starts a command and waits until its port answers a request. */
    static Target start(String name, int port, List<String> command, Map<String, String> environment, Path folder)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("aforo-bench-" + name, ".log").toFile());
        builder.environment().putAll(environment);
        long begun = System.nanoTime();
        Process process = builder.start();
        byte[] probe = Requests.kinesis("ListStreams", "{}");
        while (process.isAlive() && System.nanoTime() - begun < PATIENCE.toNanos()) {
            try (HttpConnection connection = new HttpConnection(port)) {
                connection.exchange(probe, false);
                return new Target(name, process, port, (System.nanoTime() - begun) / 1e9);
            } catch (IOException notYet) {
                Thread.sleep(10);
            }
        }
        process.destroyForcibly();
        throw new IOException(name + " did not come up");
    }

    /** Has a folder removed when the target is closed. */
    Target owning(Path folder) {
        scratch = folder;
        return this;
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    /** From the start of the process to its first answer. */
    double readySeconds() {
        return readySeconds;
    }

    /** Resident memory in MiB, of the process and its children; NaN where the system doesn't tell. */
    double residentMiB() {
        return Math.max(resident(process.pid()),
                process.descendants().mapToDouble(child -> resident(child.pid())).max().orElse(0));
    }

    private static double resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Sends one request and gives the answer's text. */
    String ask(byte[] request) throws IOException {
        return new String(bytes(request), StandardCharsets.UTF_8);
    }

    /** Sends one request and gives the answer. */
    byte[] bytes(byte[] request) throws IOException {
        try (HttpConnection connection = new HttpConnection(port)) {
            return connection.exchange(request, true);
        }
    }

    /** Makes a stream, and waits until it is active. */
    void createStream(String stream, int shards) throws IOException, InterruptedException {
        ask(Requests.kinesis("CreateStream", "{\"StreamName\":\"" + stream + "\",\"ShardCount\":" + shards + '}'));
        awaitActive(Requests.kinesis("DescribeStreamSummary", "{\"StreamName\":\"" + stream + "\"}"));
    }

    /** Makes a consumer of a stream, and waits until it is active; gives its ARN. */
    String registerConsumer(String stream, String name) throws IOException, InterruptedException {
        String described = ask(Requests.kinesis("DescribeStreamSummary", "{\"StreamName\":\"" + stream + "\"}"));
        String consumer = find(CONSUMER, ask(Requests.kinesis("RegisterStreamConsumer", "{\"StreamARN\":\""
                + find(STREAM, described) + "\",\"ConsumerName\":\"" + name + "\"}")));
        awaitActive(Requests.kinesis("DescribeStreamConsumer", "{\"ConsumerARN\":\"" + consumer + "\"}"));
        return consumer;
    }

    private void awaitActive(byte[] describe) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        String answer = ask(describe);
        while (!answer.contains("\"ACTIVE\"")) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IOException("not active in time: " + shortened(answer));
            }
            Thread.sleep(50);
            answer = ask(describe);
        }
    }

    /** Ids of a stream's shards, at most a thousand. */
    List<String> shards(String stream) throws IOException {
        return SHARD.matcher(ask(Requests.kinesis("ListShards", "{\"StreamName\":\"" + stream + "\"}"))).results()
                .map(result -> result.group(1)).toList();
    }

    /** @param type {@code LATEST} or {@code TRIM_HORIZON} */
    String iterator(String stream, String shard, String type) throws IOException {
        return find(ITERATOR, ask(Requests.kinesis("GetShardIterator", "{\"StreamName\":\"" + stream
                + "\",\"ShardId\":\"" + shard + "\",\"ShardIteratorType\":\"" + type + "\"}")));
    }

    /** The first thing that a pattern finds in an answer. */
    static String find(Pattern pattern, String answer) throws IOException {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("unexpected answer: " + shortened(answer));
        }
        return matcher.group(1);
    }

    private static String shortened(String answer) {
        return answer.substring(0, Math.min(300, answer.length()));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(10, java.util.concurrent.TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        if (scratch != null) {
            removeScratch();
        }
    }

    private void removeScratch() {
        try (Stream<Path> files = Files.walk(scratch)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            System.out.println("  left behind: " + scratch + " (" + e.getMessage() + ")");
        }
    }
}
