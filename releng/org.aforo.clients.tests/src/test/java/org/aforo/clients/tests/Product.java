package org.aforo.clients.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The headless product, running as a process of its own on a free port. */
final class Product implements AutoCloseable {

    private static final String LISTENS = "Aforo listens on ";
    private static final String LISTENS_TLS = "and on ";
    private static final String ENDED = "(the process has ended)";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Process process;
    private final URI endpoint;

    private Product(Process process) throws InterruptedException {
        this.process = process;
        Thread.ofVirtual().start(this::read);
        endpoint = awaitEndpoint(LISTENS);
    }

    /** Starts {@code aforo serve} with these arguments and waits until it listens. */
    static Product start(String... arguments) throws IOException, InterruptedException {
        String[] all = Stream.concat(Stream.of("serve", "--port", "0"), Stream.of(arguments)).toArray(String[]::new);
        return new Product(Launcher.process(all).redirectErrorStream(true).start());
    }

    URI endpoint() {
        return endpoint;
    }

    /** Where a product that was started with a TLS port listens for HTTPS; to be asked once. */
    URI tlsEndpoint() throws InterruptedException {
        return awaitEndpoint(LISTENS_TLS);
    }

    int port() {
        return endpoint.getPort();
    }

    /** What the JDK's diagnostics say of the process. */
    String diagnose(String... command) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid())));
        all.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    /** Sends a request to the product; the body is JSON, or null for none. */
    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve(path)).timeout(Duration.ofSeconds(30))
                .header("content-type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)).build();
        return http.send(request, BodyHandlers.ofString());
    }

    /** Sends a request that must succeed and gives what was answered. */
    String ask(String method, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, json);
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Moves a clock that is stepped by hand. */
    void advance(Duration time) {
        control("POST", "/_aforo/clock/advance", "{\"seconds\":" + time.toMillis() / 1000.0 + "}");
    }

    /** Overrides a limit. */
    void quota(String key, long value) {
        control("PUT", "/_aforo/quotas/" + key, "{\"value\":" + value + "}");
    }

    private void control(String method, String path, String body) {
        try {
            ask(method, path, body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        http.close();
    }

    /** Ends the process with SIGTERM, as Ctrl-C or a service manager does. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new IllegalStateException("the product did not end within 20 s of SIGTERM");
        }
        http.shutdownNow();
    }

    private URI awaitEndpoint(String before) throws InterruptedException {
        StringBuilder said = new StringBuilder();
        while (true) {
            String line = lines.poll(60, TimeUnit.SECONDS);
            if (line == null || line.equals(ENDED)) {
                process.destroyForcibly();
                throw new IllegalStateException("the product did not come up:\n" + said);
            }
            said.append(line).append('\n');
            if (line.strip().startsWith(before)) {
                return URI.create(line.strip().substring(before.length()));
            }
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add(e.toString());
        }
        lines.add(ENDED);
    }
}
