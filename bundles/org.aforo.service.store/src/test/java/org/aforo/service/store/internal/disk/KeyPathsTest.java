package org.aforo.service.store.internal.disk;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPathsTest {

    private static final String[] PIECES = {"a", "B", "ñ", "😀", "/", "//", ".", "..", "%", "%2E", "%_", "%+", "%f",
            " ", "\\", ":", "*", "con", "NUL.txt", "\n", "\u0000", "x".repeat(90), "e\u0301", "[", "'", "\uE000"};

    @ParameterizedTest
    @CsvSource({
            "datos/2026/11/x-1.gz, datos/2026/11/x-1.gz", "a//b, a/%_/b", "a/, a/%_", "/a, %_/a", "../x, .%2E/x",
            "a/./b, a/%2E/b", "50%, 50%25", "a:b, a%3Ab", "con, %63on", "dir/AUX.txt, dir/%41UX.txt", "año=1, año=1",
            "'a ', a%20", "a\\b, a%5Cb"})
    void writesOrdinaryKeysAsTheyAreAndOthersSafely(String key, String path) {
        assertThat(new KeyPaths(true).path(key)).isEqualTo(path);
        assertThat(new KeyPaths(true).key(path)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void randomKeysComeBackAreApartAndNeverLeaveTheFolder(boolean plain) {
        // Given
        KeyPaths paths = new KeyPaths(plain);
        Random random = new Random(42);
        Path root = Path.of("/root/bucket");
        Map<String, String> seen = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            // When
            String key = randomKey(random);
            String path = paths.path(key);
            // Then
            assertThat(paths.key(path)).as(key).contains(key);
            assertThat(paths.key(path + KeyPaths.BESIDE_FOLDER)).as(key).contains(key);
            assertThat(seen.merge(plain ? path : path.toLowerCase(java.util.Locale.ROOT), key, (a, b) -> a))
                    .isEqualTo(key);
            Path file = root.resolve(path);
            assertThat(file.normalize()).isEqualTo(file).startsWithRaw(root).isNotEqualTo(root);
            for (Path segment : root.relativize(file)) {
                assertThat(segment.toString()).doesNotMatch("(?is).*[ .]$|(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")
                        .doesNotMatch("(?s).*[\\x00-\\x1f\"*:<>?\\\\|].*");
                assertThat(segment.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .hasSizeLessThan(250);
            }
        }
    }

    @Test
    void namesThatNoKeyIsWrittenAsBelongToNone() {
        KeyPaths paths = new KeyPaths(true);
        assertThat(paths.key("50%")).isEmpty();
        assertThat(paths.key("a%3ab")).as("lower-case hex").isEmpty();
        assertThat(paths.key("x:y")).isEmpty();
        assertThat(paths.key("%41")).as("needless escape").isEmpty();
    }

    private static String randomKey(Random random) {
        StringBuilder key = new StringBuilder();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            key.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return key.toString();
    }
}
