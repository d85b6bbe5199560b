package org.aforo.core.internal.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A disk that keeps nothing but what was forced: each file as it was when it was last forced. */
final class PowerCut implements OpenFiles.Opener {

    private final Path dir;
    private final Path safe;
    private final List<String> forced = new ArrayList<>();
    /** Files that can't be forced. */
    volatile Predicate<String> failing = name -> false;
    final AtomicBoolean full = new AtomicBoolean();

    /** @param safe where what survives is put together */
    PowerCut(Path dir, Path safe) {
        this.dir = dir;
        this.safe = safe;
    }

    @Override
    public FileChannel open(Path path) throws IOException {
        String name = dir.relativize(path).toString().replace('\\', '/');
        return new WrappedChannel(SegmentLogs.Options.plain(path)) {
            @Override
            public int write(java.nio.ByteBuffer source, long position) throws IOException {
                if (full.get()) {
                    throw new IOException("No space left on device");
                }
                return super.write(source, position);
            }

            @Override
            public void force(boolean metaData) throws IOException {
                if (failing.test(name)) {
                    throw new IOException("Input/output error");
                }
                super.force(metaData);
                keep(path, name);
            }
        };
    }

    private synchronized void keep(Path path, String name) throws IOException {
        forced.add(name);
        Files.createDirectories(safe.resolve(name).getParent());
        Files.copy(path, safe.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What was forced since this was last asked. */
    synchronized List<String> forced() {
        List<String> names = List.copyOf(forced);
        forced.clear();
        return names;
    }

    /** What would be left were the power cut now. */
    synchronized Path left(Path to) throws IOException {
        try (Stream<Path> files = Files.walk(safe)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(safe.relativize(file).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return to;
    }
}
