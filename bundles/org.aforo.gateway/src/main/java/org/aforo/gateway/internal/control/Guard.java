package org.aforo.gateway.internal.control;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import org.aforo.api.Events;
import org.aforo.api.endpoint.AwsError;

/**
 * Keeps what a plug-in throws from touching the others: it is told as an event, once until the same thing works
 * again, and something else is shown in its place. Safe for many threads.
 */
final class Guard {

    private static final int MOST = 10_000;

    private final Events events;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    Guard(Events events) {
        this.events = events;
    }

    /**
     * What a plug-in gives, or what is shown otherwise.
     *
     * @param about     ARN or service that is asked
     * @param what      what is asked for
     * @param otherwise is given one line about what went wrong
     */
    <T> T ask(String about, String what, Supplier<T> plugin, Function<String, T> otherwise) {
        try {
            T given = plugin.get();
            worked(about, what);
            return given;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            String line = line(e);
            failed(about, what, line);
            return otherwise.apply(line);
        }
    }

    /**
     * What a plug-in does for a request; its {@link AwsError}s are its answers.
     *
     * @throws ControlException when it throws anything else
     */
    <T> T call(String about, String what, Supplier<T> plugin) throws AwsError {
        try {
            T given = plugin.get();
            worked(about, what);
            return given;
        } catch (AwsError | ControlException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            String line = line(e);
            failed(about, what, line);
            throw new ControlException(500, "PluginFailed", about + ": " + what + " threw " + line);
        }
    }

    private void worked(String about, String what) {
        if (!failing.isEmpty()) {
            failing.remove(about + ": " + what);
        }
    }

    private void failed(String about, String what, String line) {
        if (failing.size() < MOST && failing.add(about + ": " + what)) {
            events.publish("plug-in-failed", about.startsWith("arn:") ? about : "", about + ": " + what + " threw "
                    + line);
        }
    }

    private static String line(Throwable e) {
        String message = e.getMessage();
        String first = message == null ? "" : message.lines().findFirst().orElse("");
        return e.getClass().getSimpleName() + (first.isEmpty() ? "" : ": " + first);
    }
}
