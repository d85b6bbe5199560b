package org.aforo.service.queues.internal;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.aforo.api.BenchSettings;
import org.aforo.core.LocalBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that sends and deletes is killed in the midst of it. */
class KillTest {

    private static final int ENOUGH = 400;
    private static final QueueName NAME = new QueueName(BenchSettings.DEFAULT_ACCOUNT, BenchSettings.DEFAULT_REGION,
            "orders");

    @Test
    void whatWasAcknowledgedIsAsItWas(@TempDir Path folder)
            throws IOException, InterruptedException, ClassNotFoundException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                classPath(), Victim.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        Set<String> sent = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        Set<String> begun = new HashSet<>();
        try (BufferedReader told = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                (switch (line.charAt(0)) {
                    case '+' -> sent;
                    case '-' -> deleted;
                    default -> begun;
                }).add(line.substring(1));
                if (deleted.size() >= ENOUGH && process.isAlive()) {
                    // Through the handle, which leaves what was said before the end to be read.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();

        Set<String> there = new HashSet<>();
        try (LocalBench bench = new LocalBench(settings(folder)); Queues queues = new Queues(bench)) {
            Queue queue = queues.find(NAME);
            for (var look = queue.peek().after("0", 500); !look.records().isEmpty(); look = queue.peek()
                    .after(look.position(), 500)) {
                look.records().forEach(each -> there.add(StandardCharsets.UTF_8.decode(each.data()).toString()));
            }
        }
        assertThat(deleted).hasSizeGreaterThanOrEqualTo(ENOUGH);
        assertThat(there).as("none that was deleted").doesNotContainAnyElementsOf(deleted);
        sent.removeAll(begun);
        assertThat(there).as("all that were sent").containsAll(sent);
    }

    private static String classPath() throws ClassNotFoundException {
        Set<String> places = new LinkedHashSet<>();
        for (String type : List.of(KillTest.class.getName(), Queues.class.getName(), LocalBench.class.getName(),
                BenchSettings.class.getName(), "org.h2.mvstore.MVStore", "org.HdrHistogram.AtomicHistogram",
                "tools.jackson.databind.json.JsonMapper", "tools.jackson.core.json.JsonFactory",
                "com.fasterxml.jackson.annotation.JsonAutoDetect")) {
            URI place = URI.create(Class.forName(type).getProtectionDomain().getCodeSource().getLocation().toString());
            places.add(Path.of(place).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    private static BenchSettings settings(Path folder) {
        BenchSettings usual = BenchSettings.ephemeral(folder).withLimitsLifted(true);
        return new BenchSettings(folder, false, usual.host(), usual.port(), usual.tlsPort(), usual.strict(), 1, true,
                usual.fsyncInterval());
    }

    /** Tells each message once it is sent (+), before it is deleted (~) and when it is (-). */
    static final class Victim {

        private Victim() {
        }

        public static void main(String[] args) throws InterruptedException {
            LocalBench bench = new LocalBench(settings(Path.of(args[0])));
            Queue queue = new Queues(bench).create(NAME, QueueSettings.made(false), Map.of());
            for (int i = 0;; i += 2) {
                for (int j = i; j < i + 2; j++) {
                    queue.send(List.of(new Outgoing("m" + j, Map.of(), null, null, null, null, "me")));
                    tell('+', "m" + j);
                }
                Received received = queue.receive(new ReceiveSpec(1, 0, null, null)).getFirst();
                tell('~', received.message().body());
                queue.delete(List.of(received.receiptHandle()));
                tell('-', received.message().body());
            }
        }

        private static void tell(char what, String body) {
            System.out.println(what + body);
            System.out.flush();
        }
    }
}
