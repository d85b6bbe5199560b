package org.aforo.core.internal.log;

import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.api.log.RecordLog;
import org.aforo.api.log.RecordLog.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.aforo.core.internal.log.LogFixture.all;
import static org.aforo.core.internal.log.LogFixture.entries;
import static org.assertj.core.api.Assertions.assertThat;

class TrimTest {

    @TempDir
    Path dir;

    @Test
    void dropsRecordsAtOnceAndSpaceBySegments() {
        try (LogFixture bench = new LogFixture(dir)) {
            RecordLog log = filled(bench);
            long before = log.bytes();
            log.trimTo(150);

            assertThat(log.first()).isEqualTo(150);
            assertThat(log.read(0, 1, 1_000)).singleElement().extracting(Stored::offset).isEqualTo(150L);
            assertThat(log.at(3)).isEqualTo(150);
            assertThat(log.bytes()).isBetween(before / 2 - LogFixture.SEGMENT, before / 2 + LogFixture.SEGMENT);
        }
    }

    @Test
    void remembersTheFirstOffset() {
        try (LogFixture bench = new LogFixture(dir)) {
            filled(bench).trimTo(151);
        }
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(bench.log().first()).isEqualTo(151);
            assertThat(all(bench.log(), 0)).hasSize(149);
            assertThat(bench.events.since(0)).isEmpty();
        }
    }

    @Test
    void neverGoesBackNorBeyondTheEnd() {
        try (LogFixture bench = new LogFixture(dir)) {
            RecordLog log = filled(bench);
            log.trimTo(100);
            log.trimTo(50);
            assertThat(log.first()).isEqualTo(100);
            log.trimTo(Long.MAX_VALUE);
            assertThat(log.first()).isEqualTo(300);
            assertThat(log.bytes()).isZero();
            assertThat(log.append(entries(300, 302))).isEqualTo(300);
            assertThat(all(log, 0)).extracting(Stored::offset).containsExactly(300L, 301L);
        }
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(bench.log().first()).isEqualTo(300);
            assertThat(bench.log().next()).isEqualTo(302);
        }
    }

    @Test
    void dropsByTime() {
        try (LogFixture bench = new LogFixture(dir)) {
            RecordLog log = filled(bench);
            log.trimBefore(200);
            assertThat(log.first()).isEqualTo(200);
            log.trimBefore(10);
            assertThat(log.first()).isEqualTo(200);
            log.trimBefore(1_000);
            assertThat(log.first()).isEqualTo(log.next());
        }
    }

    @Test
    void givesNoOffsetTwiceThoughTrimmedRecordsWereLostToo() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            bench.log().append(entries(0, 10));
            bench.log().trimTo(8);
        }
        Files.write(dir.resolve("a/log/@00000000000000000000.segment"), new byte[0]);
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(bench.log().next()).isEqualTo(8);
            assertThat(bench.log().append(entries(8, 9))).isEqualTo(8);
        }
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(all(bench.log(), 0)).extracting(Stored::offset).containsExactly(8L);
        }
    }

    @Test
    void bringsRecordsBackRatherThanLosingThemWhenTheMarkIsSpoilt() throws Exception {
        try (LogFixture bench = new LogFixture(dir)) {
            filled(bench).trimTo(151);
        }
        Files.writeString(dir.resolve("a/log/@first"), "\0\0\0");
        try (LogFixture bench = new LogFixture(dir)) {
            assertThat(bench.log().first()).isBetween(100L, 150L);
            assertThat(all(bench.log(), 0)).hasSize((int) (300 - bench.log().first()));
        }
    }

    private static RecordLog filled(LogFixture bench) {
        for (int i = 0; i < 300; i++) {
            bench.log().append(entries(i, i + 1));
        }
        return bench.log();
    }
}
