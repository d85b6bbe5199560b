package org.aforo.gateway.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.aforo.api.Plugins;
import org.aforo.gateway.internal.Box;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginControlTest {

    @TempDir
    Path data;

    private Box box;
    private final Shelf shelf = new Shelf();

    @BeforeEach
    void open() {
        box = Box.of(data.resolve("bench"), Box::echo);
        box.plugins.set(shelf);
    }

    @AfterEach
    void close() {
        box.close();
    }

    @Test
    void a_jar_is_added_by_its_bytes_and_removed_by_its_name() throws Exception {
        HttpResponse<String> added = upload("the jar");

        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.body()).isEqualTo(
                "{\"name\":\"the jar\",\"version\":\"1.0.0\",\"state\":\"active\",\"missing\":[],"
                        + "\"services\":{}}");
        assertThat(box.get("/_aforo/plugins").body()).contains("\"name\":\"the jar\"");
        assertThat(box.send("DELETE", "/_aforo/plugins/the%20jar", null).body())
                .startsWith("{\"plugins\":[],\"builtIn\":[");
        assertThat(box.send("DELETE", "/_aforo/plugins/the%20jar", null).statusCode()).isEqualTo(404);
    }

    @Test
    void what_came_with_the_bench_is_stopped_but_not_removed() throws Exception {
        String clicks = "/_aforo/plugins/org.example.clicks";

        assertThat(box.get("/_aforo/plugins").body()).contains("\"builtIn\":[{\"name\":\"org.example.clicks\","
                + "\"version\":\"1.2.3\",\"state\":\"active\",\"missing\":[],\"services\":{\"clicks\":\"Clicks\"}}]");
        assertThat(box.send("POST", clicks + "/stop", "").body()).contains("\"state\":\"resolved\"");
        assertThat(box.send("DELETE", clicks, null).statusCode()).isEqualTo(409);
    }

    @Test
    void a_jar_is_added_by_its_path() throws Exception {
        Path jar = Files.writeString(data.resolve("some.jar"), "other");
        HttpResponse<String> added = box.client.send(HttpRequest.newBuilder(box.uri("/_aforo/plugins"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"path\":\"" + jar + "\"}")).build(), BodyHandlers.ofString());

        assertThat(added.body()).contains("\"name\":\"other\"");
        assertThat(jar).exists();
    }

    @Test
    void what_is_missing_is_told() throws Exception {
        assertThat(upload("unresolved").body()).contains("\"state\":\"unresolved\"", "\"missing\":[\"a package\"]");
    }

    @Test
    void what_is_no_bundle_is_a_clear_error_and_leaves_nothing_behind() throws Exception {
        HttpResponse<String> answer = upload("bad");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Not plugged in: no bundle");
        assertThat(upload("").statusCode()).isEqualTo(400);
        try (Stream<Path> files = Files.list(data.resolve("bench"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".jar"))).isEmpty();
        }
    }

    private HttpResponse<String> upload(String content) throws Exception {
        return box.client.send(HttpRequest.newBuilder(box.uri("/_aforo/plugins"))
                .header("content-type", "application/java-archive").POST(BodyPublishers.ofString(content)).build(),
                BodyHandlers.ofString());
    }

    /** Takes a jar's whole text for its name. */
    private static final class Shelf implements Plugins {
        private String clicks = "active";
        private final Map<String, Plugin> all = new LinkedHashMap<>();

        @Override
        public List<Plugin> list() {
            return List.copyOf(all.values());
        }

        @Override
        public Plugin add(Path jar) throws IOException {
            String name = Files.readString(jar);
            if (name.equals("bad")) {
                throw new IOException("no bundle");
            }
            boolean whole = !name.equals("unresolved");
            Plugin plugin = new Plugin(name, "1.0.0", whole ? "active" : name,
                    whole ? List.of() : List.of("a package"), Map.of());
            all.put(name, plugin);
            return plugin;
        }

        @Override
        public List<Plugin> builtIn() {
            return List.of(new Plugin("org.example.clicks", "1.2.3", clicks, List.of(), Map.of("clicks", "Clicks")));
        }

        @Override
        public boolean remove(String name) throws IOException {
            if (name.equals("org.example.clicks")) {
                throw new IOException("built in");
            }
            return all.remove(name) != null;
        }

        @Override
        public Optional<Plugin> start(String name) {
            return Optional.ofNullable(all.computeIfPresent(name,
                    (n, p) -> new Plugin(n, p.version(), "active", p.missing(), p.services())));
        }

        @Override
        public Optional<Plugin> stop(String name) {
            if (name.equals("org.example.clicks")) {
                clicks = "resolved";
                return builtIn().stream().findFirst();
            }
            return Optional.ofNullable(all.computeIfPresent(name,
                    (n, p) -> new Plugin(n, p.version(), "resolved", p.missing(), p.services())));
        }
    }
}
