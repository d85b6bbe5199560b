package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Bundles come and go in a running product; its other services don't notice. */
@Timeout(120)
class HotPlugTest {

    private static final String HELLO = "org.aforo.example.hello";
    private static final String ARN = "arn:aws:hello:us-east-1:000000000000:greetings";

    @TempDir
    private Path data;

    private Product product;

    @BeforeEach
    void start() throws Exception {
        product = Product.start("--data", data.toString(), "--no-limits");
    }

    @AfterEach
    void stop() throws Exception {
        product.close();
    }

    @Test
    void aServiceIsPluggedInUsedAndTakenOutUnderLoad() throws Exception {
        try (KinesisClient kinesis = Clients.build(
                KinesisClient.builder().httpClientBuilder(ApacheHttpClient.builder()), product.endpoint())) {
            kinesis.createStream(r -> r.streamName("s").shardCount(2));
            kinesis.waiter().waitUntilStreamExists(r -> r.streamName("s"));
            Load load = new Load(kinesis);

            for (int round = 0; round < 2; round++) {
                String added = product.ask("POST", "/_aforo/plugins", "{\"path\":\"" + hello() + "\"}");
                assertThat(added).contains("\"name\":\"" + HELLO + "\"").contains("\"state\":\"active\"");
                greet(20);
                assertShown();
                product.ask("DELETE", "/_aforo/plugins/" + HELLO, null);
                assertGone();
            }

            load.stop();
            assertThat(load.failures).isEmpty();
            assertThat(load.puts.get()).isGreaterThan(100);
            assertThat(product.send("GET", "/_aforo/health", null).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aBundleThatCannotResolveTellsWhatItNeeds() throws Exception {
        Path jar = bundle("org.example.lost", "org.nowhere.at.all;version=\"[3,4)\"");

        HttpResponse<String> answer = product.send("POST", "/_aforo/plugins", "{\"path\":\"" + jar + "\"}");

        assertThat(answer.body()).contains("\"name\":\"org.example.lost\"").contains("\"state\":\"unresolved\"")
                .containsPattern("\"missing\":\\[\"[^]]*org\\.nowhere\\.at\\.all");
        assertThat(product.ask("GET", "/_aforo/plugins", null)).contains("org.nowhere.at.all");
        assertThat(product.ask("GET", "/_aforo/health", null)).contains("\"kinesis\"");
        product.ask("DELETE", "/_aforo/plugins/org.example.lost", null);
        assertThat(product.ask("GET", "/_aforo/plugins", null)).doesNotContain("org.example.lost");
    }

    @Test
    void whatIsNoBundleIsRefused() throws Exception {
        Path text = Files.writeString(data.resolve("x.jar"), "no jar at all");

        for (String path : List.of(text.toString(), data.resolve("missing.jar").toString())) {
            HttpResponse<String> answer = product.send("POST", "/_aforo/plugins", "{\"path\":\"" + path + "\"}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Not plugged in").doesNotContain("Exception");
        }
        assertThat(product.ask("GET", "/_aforo/plugins", null)).contains("\"plugins\":[]");
    }

    @Test
    void whatIsInTheFolderRuns() throws Exception {
        Path folder = Files.createDirectories(data.resolve("plugins"));
        Path part = Files.copy(hello(), folder.resolve("hello.part"));
        Path jar = folder.resolve("hello.jar");
        Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);

        await(200);
        assertThat(product.ask("GET", "/_aforo/plugins", null)).contains(HELLO);

        Files.delete(jar);
        await(503);
        assertThat(product.ask("GET", "/_aforo/plugins", null)).doesNotContain(HELLO);
    }

    private void greet(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            HttpResponse<String> answer = product.send("POST", "/hello/Ana", null);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("Hello, Ana!\n");
        }
    }

    private void assertShown() throws Exception {
        assertThat(product.ask("GET", "/_aforo/resources?service=hello", null)).contains(ARN)
                .contains("\"name\":\"greetings\"").contains("\"maxRecords\":10").contains("\"records\":20");
        assertThat(product.ask("GET", "/_aforo/metrics", null)).contains(ARN);
        assertThat(product.ask("GET", "/_aforo/health", null)).contains("\"id\":\"hello\"");
        assertThat(product.diagnose("VM.class_hierarchy")).contains(HELLO + ".HelloService");
    }

    private void assertGone() throws Exception {
        HttpResponse<String> answer = product.send("POST", "/hello/Ana", null);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("hello").contains("not plugged in");
        assertThat(product.ask("GET", "/_aforo/resources", null)).doesNotContain(":hello:");
        assertThat(product.ask("GET", "/_aforo/metrics", null)).doesNotContain(":hello:");
        assertThat(product.ask("GET", "/_aforo/health", null)).doesNotContain("\"id\":\"hello\"");
        assertThat(threads()).doesNotContain("greetings").doesNotContain(HELLO);
        product.diagnose("GC.run");
        assertThat(product.diagnose("VM.class_hierarchy")).contains("org.aforo.core").doesNotContain(HELLO);
    }

    /** All threads, virtual ones too. */
    private String threads() throws Exception {
        Path dump = data.resolve("threads.txt");
        product.diagnose("Thread.dump_to_file", "-overwrite", dump.toString());
        return Files.readString(dump);
    }

    private void await(int status) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        int got = 0;
        while (got != status && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(50);
            got = product.send("POST", "/hello/Eva", null).statusCode();
        }
        assertThat(got).isEqualTo(status);
    }

    private static Path hello() throws IOException {
        try (Stream<Path> files = Files.list(Launcher.HOME.resolve("bundles/org.aforo.example.hello/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("org\\.aforo\\.example\\.hello-.*\\.jar"))
                    .filter(file -> !file.getFileName().toString().contains("-sources")).findFirst().orElseThrow();
        }
    }

    private Path bundle(String name, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", imports);
        Path jar = data.resolve(name + ".jar");
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream zip = new JarOutputStream(out, manifest)) {
            zip.flush();
        }
        return jar;
    }

    /** Puts into a stream from several threads until it is stopped. */
    private static final class Load {
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        private final AtomicLong puts = new AtomicLong();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final List<Thread> threads = new ArrayList<>();

        Load(KinesisClient kinesis) {
            IntStream.range(0, 4).forEach(i -> threads.add(Thread.ofPlatform().start(() -> {
                while (!stopped.get()) {
                    try {
                        kinesis.putRecord(r -> r.streamName("s").partitionKey("k" + puts.get())
                                .data(SdkBytes.fromUtf8String("x")));
                        puts.incrementAndGet();
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                }
            })));
        }

        void stop() throws InterruptedException {
            stopped.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }
}
