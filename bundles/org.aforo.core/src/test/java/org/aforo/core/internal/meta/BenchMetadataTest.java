package org.aforo.core.internal.meta;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.aforo.api.log.MetadataStore.MetaMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
class BenchMetadataTest {

    enum Colour { RED, BLUE }

    record Inner(String name, boolean open) {
        boolean isOdd() {
            return true;
        }

        String getTitle() {
            return "not a component";
        }
    }

    record Everything(String text, int small, Long large, double real, boolean flag, Instant at, Duration span,
            Colour colour, List<Inner> inners, Map<String, Inner> byName, Map<String, String> tags, Inner inner) {
    }

    record Old(String text) {
    }

    record New(String text, Integer added, Duration other, int primitive) {
    }

    record Number(long value) {
    }

    @TempDir
    Path folder;
    private BenchMetadata metadata;

    @AfterEach
    void close() {
        if (metadata != null) {
            metadata.close();
        }
    }

    private BenchMetadata opened() {
        close();
        metadata = new BenchMetadata(folder.resolve("metadata.mv.db"));
        return metadata;
    }

    @Test
    void everyKindOfComponentComesBackAfterARestart() {
        Everything value = new Everything("tëxt\n\"quoted\"", 7, Long.MIN_VALUE, 0.1, true,
                Instant.parse("2026-01-02T03:04:05.123456789Z"), Duration.ofDays(3).plusNanos(1), Colour.BLUE,
                List.of(new Inner("a", true), new Inner("b", false)), Map.of("k", new Inner("c", true)),
                Map.of("desarrollo", "bolsa"), new Inner("", false));
        opened().map("test.all", Everything.class).put("key", value);

        assertThat(opened().map("test.all", Everything.class).get("key")).contains(value);
        opened().map("test.all", Everything.class).put("key",
                new Everything(null, 0, null, 0, false, null, null, null, null, null, null, null));
        assertThat(opened().map("test.all", Everything.class).get("key").orElseThrow().inners()).isNull();
    }

    @Test
    void newComponentsReadAsNullAndGoneOnesAreLeftOut() {
        opened().map("test.m", Old.class).put("k", new Old("v"));
        assertThat(opened().map("test.m", New.class).get("k")).contains(new New("v", null, null, 0));

        metadata.map("test.m", New.class).put("k", new New("w", 1, Duration.ZERO, 2));
        assertThat(opened().map("test.m", Old.class).get("k")).contains(new Old("w"));
    }

    @Test
    void keysAreInOrderAndMapsAreApart() {
        MetaMap<Number> map = opened().map("test.one", Number.class);
        List.of("b", "a/2", "c", "a/10").forEach(key -> map.put(key, new Number(key.length())));
        metadata.map("test.two", Number.class).put("z", new Number(1));

        assertThat(map.all().keySet()).containsExactly("a/10", "a/2", "b", "c");
        map.remove("b");
        map.remove("nothing");
        assertThat(opened().map("test.one", Number.class).all().keySet()).containsExactly("a/10", "a/2", "c");
        metadata.map("test.one", Number.class).clear();
        assertThat(opened().map("test.one", Number.class).all()).isEmpty();
        assertThat(metadata.map("test.two", Number.class).all()).containsOnlyKeys("z");
    }

    @Test
    void updatesOfAKeyGoOneAtATime() throws Exception {
        MetaMap<Number> map = opened().map("test.count", Number.class);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int n = 0; n < 100; n++) {
                    map.update("n", old -> new Number(old == null ? 1 : old.value() + 1));
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(opened().map("test.count", Number.class).get("n")).contains(new Number(800));
        assertThat(metadata.map("test.count", Number.class).update("n", old -> null)).isEmpty();
        assertThat(metadata.map("test.count", Number.class).get("n")).isEmpty();
    }

    @Test
    void lookingMakesNoFile() {
        MetaMap<Number> map = opened().map("test.m", Number.class);

        assertThat(map.get("k")).isEmpty();
        assertThat(map.all()).isEmpty();
        map.remove("k");
        map.clear();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void interruptedThreadsDoNoHarm() throws Exception {
        MetaMap<Number> map = opened().map("test.m", Number.class);
        map.put("a", new Number(0));
        Thread interrupted = Thread.ofPlatform().start(() -> {
            Thread.currentThread().interrupt();
            map.put("a", new Number(1));
        });
        interrupted.join();

        map.put("b", new Number(2));

        assertThat(opened().map("test.m", Number.class).all()).containsOnly(Map.entry("a", new Number(1)),
                Map.entry("b", new Number(2)));
    }

    @Test
    void theFileStaysSmallUnderManyChanges() throws Exception {
        MetaMap<Number> map = opened().map("test.position", Number.class);
        for (int i = 0; i < 5_000; i++) {
            map.put("reader-" + i % 10, new Number(i));
        }

        assertThat(Files.size(folder.resolve("metadata.mv.db"))).isLessThan(64 << 20);
        metadata.close();
        assertThat(Files.size(folder.resolve("metadata.mv.db"))).isLessThan(4 << 20);
    }

    @Test
    void damagedFileIsOneClearLine() throws Exception {
        Files.writeString(folder.resolve("metadata.mv.db"), "nonsense".repeat(2_000));

        assertThatThrownBy(() -> opened().map("test.m", Number.class).all()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("metadata.mv.db can't be read").hasMessageNotContaining("\n");
    }

    @Test
    void whatWasPutIsThereAfterTheProcessIsKilled() throws Exception {
        Path file = folder.resolve("metadata.mv.db");
        Process writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classPath(), Writer.class.getName(), file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long acknowledged = -1;
        try (BufferedReader out = new BufferedReader(
                new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < 300; i++) {
                acknowledged = Long.parseLong(out.readLine());
            }
            // Through the handle, which leaves what was said before the end to be read.
            writer.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null && line.length() == 8; line = out.readLine()) {
                acknowledged = Long.parseLong(line);
            }
        }

        Map<String, Number> all = opened().map("test.killed", Number.class).all();

        assertThat(all.size()).isGreaterThanOrEqualTo((int) acknowledged + 1);
        for (long i = 0; i <= acknowledged; i++) {
            assertThat(all).containsEntry("%08d".formatted(i), new Number(i));
        }
    }

    private static String classPath() {
        return Stream.of(Writer.class, BenchMetadata.class, MetaMap.class, MVStore.class, JsonMapper.class,
                JsonFactory.class, JsonAutoDetect.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString())))
                .map(Path::toString).distinct().collect(Collectors.joining(File.pathSeparator));
    }

    /** Puts and says so, until it is killed. */
    static final class Writer {

        private Writer() {
        }

        public static void main(String[] args) {
            MetaMap<Number> map = new BenchMetadata(Path.of(args[0])).map("test.killed", Number.class);
            for (long i = 0; true; i++) {
                String key = "%08d".formatted(i);
                map.put(key, new Number(i));
                System.out.println(key);
            }
        }
    }
}
