package org.aforo.headless.internal.cli;

import java.io.PrintWriter;

import org.aforo.headless.internal.CommandFailure;

import tools.jackson.databind.JsonNode;

/** Watches a recording or a replay of a running bench until it has ended; stops it when the command is interrupted. */
final class TrafficWatch {

    /** Between two looks, in real time. */
    private static final long PAUSE_MILLIS = 250;

    private final ControlClient client;
    private final PrintWriter out;
    private final boolean terminal = System.console() != null;

    TrafficWatch(ControlClient client, PrintWriter out) {
        this.client = client;
        this.out = out;
    }

    /**
     * Watches one.
     *
     * @param job  as it was when it was started
     * @param verb what became of the records: {@code recorded}
     * @return exit code
     */
    int watch(JsonNode job, String verb) throws InterruptedException {
        String id = job.path("id").asString("");
        Thread interrupted = new Thread(() -> told(removed(id), verb));
        Runtime.getRuntime().addShutdownHook(interrupted);
        JsonNode now = job;
        while (now.path("running").asBoolean(false)) {
            if (terminal) {
                out.printf("\r%s %s", records(now.path("records").asLong()), verb);
                out.flush();
            }
            Thread.sleep(PAUSE_MILLIS);
            now = look(id);
        }
        Runtime.getRuntime().removeShutdownHook(interrupted);
        return told(removed(id), verb);
    }

    private JsonNode look(String id) {
        for (JsonNode each : client.get("/_aforo/traffic").path("traffic")) {
            if (each.path("id").asString("").equals(id)) {
                return each;
            }
        }
        throw new CommandFailure("the bench stopped it");
    }

    private JsonNode removed(String id) {
        return client.call("DELETE", "/_aforo/traffic/" + id, null);
    }

    private int told(JsonNode job, String verb) {
        out.printf((terminal ? "\r" : "") + "%s %s, %,d bytes%n", records(job.path("records").asLong()), verb,
                job.path("bytes").asLong());
        out.flush();
        String error = job.path("error").asString("");
        long refused = job.path("refused").asLong();
        if (!error.isEmpty()) {
            throw new CommandFailure(refused == 0 ? error
                    : records(refused) + (refused == 1 ? " was" : " were") + " refused; " + error);
        }
        return 0;
    }

    /** So many records, in words. */
    static String records(long count) {
        return String.format(count == 1 ? "%,d record" : "%,d records", count);
    }
}
