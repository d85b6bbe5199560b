package org.aforo.ui.internal.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import org.aforo.ui.Notices;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;

/**
 * Writes the files a person asks for, in the background. A file is written whole or not at all: on a full disk what
 * stood there before stays, and nothing half written is left beside it.
 */
public final class FileExport {

    /** What is written; may take its time. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private FileExport() {
    }

    /** Writes, and tells {@code done} or what failed under {@code title}. */
    public static Job write(String title, Path file, String done, Writing writing) {
        Job job = Job.create(title, monitor -> {
            try {
                whole(file, writing);
                Notices.done(title, done);
            } catch (IOException e) {
                Notices.failed(title, NLS.bind(Messages.failed, file, reason(e)));
            }
            return Status.OK_STATUS;
        });
        job.schedule();
        return job;
    }

    static void whole(Path file, Writing writing) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            write(file, writing); // a device or a pipe has no place beside it
            return;
        }
        Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path part = real.resolveSibling(".aforo-" + UUID.randomUUID() + ".part");
        try {
            write(part, writing);
            Files.move(part, real, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(Path file, Writing writing) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            writing.to(out);
        }
    }

    /** What the system said; of a missing or forbidden file Java tells only its path, and the kind by its type. */
    static String reason(IOException e) {
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName().replace("Exception", "") : reason;
    }
}
