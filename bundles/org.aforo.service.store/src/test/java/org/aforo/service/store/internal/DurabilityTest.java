package org.aforo.service.store.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.Executors;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Payload;
import org.aforo.service.store.internal.disk.ObjectMeta;
import org.aforo.service.store.internal.disk.StoredObject;
import org.aforo.service.store.internal.ops.ListedObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurabilityTest {

    private final S3 s3 = new S3().bucket("landing");

    @AfterEach
    void close() {
        s3.close();
    }

    @Test
    void everythingIsThereAfterARestart() {
        s3.call("PutObject", "bucket", "landing", "key", "a//ñ", "body", Payload.of("hello"), "contentType", "x/y",
                "tagging", "t=1");
        Map<String, Object> before = s3.call("HeadObject", "bucket", "landing", "key", "a//ñ", "checksumMode",
                "ENABLED");
        s3.bench().restart();
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "a//ñ", "checksumMode", "ENABLED"))
                .isEqualTo(before);
        assertThat(s3.bench().resource("arn:aws:s3:::landing").attributes()).containsEntry("objects", "1");
    }

    /** The description is written down first; killed there, the old file and its headers are what counts. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aProcessKilledBetweenDescriptionAndFileLeavesTheOldObject(boolean sameTime) throws Exception {
        // Given
        s3.call("PutObject", "bucket", "landing", "key", "k", "body", Payload.of("old"), "contentType", "old/type");
        var map = s3.bench().bench().metadata().map("s3.objects", StoredObject.class);
        ObjectMeta old = map.get("landing/k").orElseThrow().now();
        ObjectMeta next = new ObjectMeta("22af645d1859cb5ca6da0c484f1f37ea", 3, old.modified(),
                sameTime ? old.stamp() : old.stamp() + 1, old.headers().copied("GLACIER", null), null, List.of(),
                Map.of());
        // When
        map.put("landing/k", new StoredObject(next, old));
        map.put("landing/never", new StoredObject(next, null));
        Files.writeString(s3.folder().resolve(".staging/left"), "new");
        s3.bench().restart();
        // Then
        assertThat(s3.get("landing", "k")).isEqualTo("old");
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "k")).containsEntry("storageClass", null)
                .containsEntry("contentType", "old/type").containsEntry("eTag", old.quotedEtag());
        assertThat(s3.refused("HeadObject", "bucket", "landing", "key", "never").code()).isEqualTo("NoSuchKey");
        assertThat(listed()).containsExactly("k");
        assertThat(s3.folder().resolve(".staging")).isEmptyDirectory();
    }

    @Test
    void filesPutInByHandAreObjects() throws Exception {
        // Given
        s3.put("landing", "own", "own");
        assertThat(listed()).containsExactly("own");
        Path folder = Files.createDirectories(s3.folder().resolve("landing/by/hand"));
        Files.writeString(folder.resolve("hello.txt"), "hello");
        Files.writeString(s3.folder().resolve("landing/.hidden"), "x");
        touch(s3.folder().resolve("landing"));
        // Then
        assertThat(s3.call("HeadObject", "bucket", "landing", "key", "by/hand/hello.txt"))
                .containsEntry("eTag", "\"5d41402abc4b2a76b9719d911017c592\"").containsEntry("contentLength", 5L);
        assertThat(listed()).containsExactly("by/hand/hello.txt", "own");
        // When it is changed and another removed
        Files.writeString(folder.resolve("hello.txt"), "hello again");
        Files.delete(s3.folder().resolve("landing/own"));
        // Then
        assertThat(s3.get("landing", "by/hand/hello.txt")).isEqualTo("hello again");
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", "own").code()).isEqualTo("NoSuchKey");
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", ".hidden").code()).isEqualTo("NoSuchKey");
        s3.bench().restart();
        assertThat(listed()).containsExactly("by/hand/hello.txt");
    }

    @Test
    void linksOutOfTheBucketLeadNowhere() throws Exception {
        Path outside = Files.createDirectories(s3.folder().resolveSibling("outside"));
        Files.writeString(outside.resolve("x"), "secret");
        Files.createSymbolicLink(s3.folder().resolve("landing/link"), outside);
        Files.createSymbolicLink(s3.folder().resolve("landing/file"), outside.resolve("x"));
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", "link/x").code()).isEqualTo("NoSuchKey");
        assertThat(s3.refused("GetObject", "bucket", "landing", "key", "file").code()).isEqualTo("NoSuchKey");
        assertThat(listed()).isEmpty();
        assertThat(s3.refused("PutObject", "bucket", "landing", "key", "link/y", "body", Payload.of("x")).status())
                .isEqualTo(500);
        assertThat(outside.resolve("y")).doesNotExist();
    }

    @Test
    void readersSeeOneObjectOrTheOtherNeverAMixture() throws Exception {
        // Given
        String[] keys = {"k", "k/under", "other/k"};
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int worker = 0; worker < 8; worker++) {
                int seed = worker;
                work.add(threads.submit(() -> churn(new Random(seed), keys)));
            }
            // Then
            for (Future<?> one : work) {
                one.get();
            }
        }
        assertThat(s3.folder().resolve(".staging")).isEmptyDirectory();
        s3.bench().restart();
        for (String key : listed()) {
            assertSound(s3.call("GetObject", "bucket", "landing", "key", key));
        }
    }

    private void churn(Random random, String[] keys) {
        for (int i = 0; i < 150; i++) {
            String key = keys[random.nextInt(keys.length)];
            try {
                switch (random.nextInt(5)) {
                    case 0 -> s3.call("DeleteObject", "bucket", "landing", "key", key);
                    case 1, 2 -> s3.call("PutObject", "bucket", "landing", "key", key, "body",
                            Payload.of(String.valueOf((char) ('a' + random.nextInt(26))).repeat(random.nextInt(9000))));
                    default -> assertSound(s3.call("GetObject", "bucket", "landing", "key", key));
                }
            } catch (AwsError e) {
                assertThat(e.code()).isEqualTo("NoSuchKey");
            }
        }
    }

    private static void assertSound(Map<String, Object> got) {
        Payload body = (Payload) got.get("body");
        String text = S3.text(body);
        assertThat(text).hasSize((int) body.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var md5 = org.aforo.service.store.internal.checksum.Digest.md5();
        md5.update(bytes, 0, bytes.length);
        assertThat(got).containsEntry("eTag", '"' + java.util.HexFormat.of().formatHex(md5.value()) + '"');
    }

    /** File systems note changes to folders coarsely; a person is slower than that. */
    private static void touch(Path folder) throws Exception {
        Files.setLastModifiedTime(folder, FileTime.fromMillis(Files.getLastModifiedTime(folder).toMillis() + 10));
    }

    @SuppressWarnings("unchecked")
    private List<String> listed() {
        return ((List<ListedObject>) s3.call("ListObjectsV2", "bucket", "landing").get("contents")).stream()
                .map(ListedObject::key).toList();
    }
}
