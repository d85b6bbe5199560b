package org.aforo.core.internal;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataFolderTest {

    @TempDir
    Path temp;

    @Test
    void oneBenchAtATime() {
        DataFolder first = new DataFolder(temp, false);

        assertThatThrownBy(() -> new DataFolder(temp, false)).isInstanceOf(IllegalStateException.class)
                .hasMessage("The data folder " + temp + " is in use by another bench");
        first.close();
        new DataFolder(temp, false).close();
    }

    @Test
    void keptFolderStays() throws Exception {
        try (DataFolder data = new DataFolder(temp.resolve("a/b"), false)) {
            Files.writeString(data.folder("files", "s3").resolve("x"), "kept");
        }

        assertThat(temp.resolve("a/b/files/s3/x")).hasContent("kept");
    }

    @Test
    void throwAwayFolderGoesButNotWhatLinksLeadTo() throws Exception {
        Path outside = Files.writeString(temp.resolve("outside"), "precious");
        Path folder = temp.resolve("bench");
        try (DataFolder data = new DataFolder(folder, true)) {
            Files.writeString(data.folder("files", "s3").resolve("x"), "gone");
            Files.createSymbolicLink(data.path().resolve("link"), outside);
            Files.createSymbolicLink(data.path().resolve("folder-link"), temp);
        }

        assertThat(folder).doesNotExist();
        assertThat(outside).hasContent("precious");
    }

    @Test
    void folderWithSomebodysFilesIsNeverThrownAway() throws Exception {
        Files.writeString(temp.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> new DataFolder(temp, true)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("isn't empty");
        assertThat(temp.resolve("thesis.tex")).hasContent("years of work");
        assertThat(temp.toFile().list()).containsExactly("thesis.tex");
    }

    @Test
    void throwAwayFolderThatAKilledBenchLeftIsEmptiedAndUsed() throws Exception {
        DataFolder killed = new DataFolder(temp.resolve("bench"), true);
        Files.writeString(killed.path().resolve("left"), "over");
        Path copy = Files.createDirectories(temp.resolve("copy"));
        for (String name : killed.path().toFile().list()) {
            Files.copy(killed.path().resolve(name), copy.resolve(name));
        }

        try (DataFolder next = new DataFolder(copy, true)) {
            assertThat(next.path().resolve("left")).doesNotExist();
        }

        assertThat(copy).doesNotExist();
        killed.close();
    }

    @Test
    void placeThatCannotBeWrittenIsOneClearLine() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "not a folder");

        assertThatThrownBy(() -> new DataFolder(file.resolve("below"), false)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The data folder " + file.resolve("below") + " can't be written")
                .hasMessageNotContaining("\n");
    }
}
