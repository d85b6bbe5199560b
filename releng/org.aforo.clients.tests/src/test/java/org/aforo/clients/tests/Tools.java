package org.aforo.clients.tests;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Programs that are tested against Aforo where the machine has them. */
final class Tools {

    private Tools() {
    }

    /** Skips the test, with the reason, unless this command succeeds. */
    static void need(String what, String... command) throws InterruptedException {
        boolean there;
        try {
            there = Run.of(new ProcessBuilder(command)).exit() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, what + " is not on this machine");
    }

    /** A command in a folder, with AWS's environment variables pointing at Aforo and at nothing of the user's. */
    static ProcessBuilder command(URI endpoint, Path folder, String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        builder.environment().putAll(Map.of("AWS_ENDPOINT_URL", endpoint.toString(), "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test", "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_CONFIG_FILE", folder.resolve("none").toString(),
                "AWS_SHARED_CREDENTIALS_FILE", folder.resolve("none").toString(), "AWS_PAGER", "",
                "AWS_EC2_METADATA_DISABLED", "true", "PYTHONUTF8", "1"));
        return builder;
    }
}
