package org.aforo.core.internal.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class OpenFilesTest {

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForMoreRoomWhenItsLimitIsReached() throws IOException {
        OpenFiles files = new OpenFiles(2, () -> 4 + asked.getAndIncrement(), OpenFilesTest::open);
        List<SegmentFile> used = new ArrayList<>();

        used.addAll(use(files, 0, 2));
        assertThat(asked).hasValue(0);
        used.addAll(use(files, 2, 5));

        assertThat(asked).hasValue(1);
        assertThat(files.size()).isEqualTo(4);
        for (SegmentFile file : used) {
            file.retire();
        }
    }

    @Test
    void staysAtItsLimitWhereTheSystemGivesNoMore() throws IOException {
        OpenFiles files = new OpenFiles(2, () -> 0, OpenFilesTest::open);

        List<SegmentFile> used = use(files, 0, 5);

        assertThat(files.size()).isEqualTo(2);
        for (SegmentFile file : used) {
            file.retire();
        }
    }

    @Test
    void takesWhatTheSystemAllowsLessWhatOthersNeed() {
        String head = "Limit                     Soft Limit           Hard Limit           Units     ";

        assertThat(OpenFileLimit.forLogs(List.of(head, "Max open files            8096                 20000   files")))
                .isEqualTo(4_000);
        assertThat(OpenFileLimit.forLogs(List.of(head, "Max open files            unlimited           unlimited ")))
                .isEqualTo(12_000);
        assertThat(OpenFileLimit.forLogs(List.of("Max open files            1024            4096 files"))).isZero();
        assertThat(OpenFileLimit.forLogs(List.of(head))).isZero();
    }

    private List<SegmentFile> use(OpenFiles files, int from, int to) throws IOException {
        List<SegmentFile> used = new ArrayList<>();
        for (int i = from; i < to; i++) {
            SegmentFile file = new SegmentFile(files, Files.createFile(folder.resolve("f" + i)));
            file.size();
            used.add(file);
        }
        return used;
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
