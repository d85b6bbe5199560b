package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for the port finds every service behind it. */
@Timeout(60)
class ReadyTest {

    @Test
    void theFirstAnswerTellsOfAllServices() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/_aforo/health")).build();
        Process process = Launcher.process("serve", "--ephemeral", "--port", Integer.toString(port))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            AtomicReference<String> first = new AtomicReference<>();
            while (first.get() == null) {
                try {
                    first.set(http.send(health, BodyHandlers.ofString()).body());
                } catch (IOException e) {
                    assertThat(process.isAlive()).isTrue(); // not open yet: at once again, so as not to miss the moment
                }
            }
            assertThat(first.get()).contains("\"kinesis\"", "\"firehose\"", "\"s3\"", "\"sqs\"", "\"sns\"",
                    "\"monitoring\"");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
