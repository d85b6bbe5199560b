package org.aforo.core.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.aforo.api.time.BenchClock;
import org.aforo.core.internal.time.RealTime;

/**
 * Keeps the bench's time from going back over a restart. A clock that ran ahead of the machine's is noted
 * in a file, with what it may gain until the next note; the next bench on the folder starts from there.
 */
public final class ClockMark implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(500);
    /** Real time for which one note is good. */
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);
    private static final Duration AHEAD = Duration.ofMillis(100);

    private final Path file;
    private Instant noted;
    private Thread noting;

    /** @throws IllegalStateException when the file is there but holds no time */
    public ClockMark(Path file) {
        this.file = file;
        this.noted = read();
    }

    /** When a bench is to start: at {@code wanted}, or where the one before it was if that is later. */
    public Instant notBefore(Instant wanted) {
        return noted.isAfter(wanted) ? noted : wanted;
    }

    /** Notes the time now and then, until closed. */
    public void follow(BenchClock clock) {
        noting = RealTime.each(PERIOD, "aforo-clock-mark", () -> note(clock));
    }

    /** Notes the time if it is ahead of the machine's and of what was noted. */
    public synchronized void note(BenchClock clock) {
        Instant time = clock.now();
        if (time.isAfter(noted) && time.isAfter(RealTime.now().plus(AHEAD))) {
            write(time.plusNanos((long) (GOOD_FOR.toNanos() * clock.scale())));
        }
    }

    @Override
    public void close() {
        if (noting != null) {
            noting.interrupt();
        }
    }

    private void write(Instant until) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, until.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            noted = until;
        } catch (IOException full) {
            // A full disk is no reason to stop time; what wasn't noted is tried again soon.
        }
    }

    private Instant read() {
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : Instant.MIN;
        } catch (IOException | DateTimeParseException unreadable) {
            throw new IllegalStateException(file + " doesn't hold a time: remove it or mend it", unreadable);
        }
    }
}
