package org.aforo.ui.internal.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file is written whole or not at all. */
class FileExportTest {

    private static final String FULL = "No space left on device";

    @TempDir
    private Path folder;

    @Test
    void aDiskThatFillsUpLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "before");

        assertThatThrownBy(() -> FileExport.whole(file, out -> {
            out.write(new byte[100_000]);
            throw new IOException(FULL);
        })).hasMessage(FULL);

        assertThat(file).hasContent("before");
        assertThat(names()).containsExactly("events.csv");
    }

    @Test
    void whatWasThereIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "before, and longer");

        FileExport.whole(file, out -> out.write("after".getBytes()));
        FileExport.whole(folder.resolve("new.csv"), out -> out.write("new".getBytes()));

        assertThat(file).hasContent("after");
        assertThat(names()).containsExactly("events.csv", "new.csv");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsTold() {
        assertThatThrownBy(() -> FileExport.whole(Path.of("/dev/full"), out -> out.write(1)))
                .isInstanceOfSatisfying(IOException.class, e -> assertThat(FileExport.reason(e)).isEqualTo(FULL));
    }

    @Test
    void theReasonIsNeverOnlyThePath() {
        assertThat(FileExport.reason(new AccessDeniedException("/x"))).isEqualTo("AccessDenied");
        assertThat(FileExport.reason(new FileSystemException("/x", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
