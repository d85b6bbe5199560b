package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line as a user meets it: its help, and one clear line when something can't be done. */
@Timeout(60)
class CommandLineTest {

    @TempDir
    private Path folder;

    @Test
    void helpNamesTheVerbs() throws Exception {
        Run help = Run.aforo("--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("serve", "run", "sql", "send", "resources", "clock", "plugins", "doctor",
                "completion", "bench", "test");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void everyVerbHasHelp() throws Exception {
        Run help = Run.aforo("serve", "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("--port", "--data", "--ephemeral", "--clock");
    }

    @Test
    void anUnknownOptionIsNamed() throws Exception {
        Run run = Run.aforo("serve", "--prot", "1");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("aforo: Unknown option").contains("'--prot'");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.aforo("serve", "--ephemeral", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(run.exit()).isEqualTo(1);
            assertOneLine(run, Integer.toString(taken.getLocalPort()), "use");
        }
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsOneLine() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        Run run = Run.aforo("serve", "--port", "0", "--data", file.resolve("data").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertOneLine(run, file.toString());
    }

    @Test
    void twoBenchesDontShareAFolder() throws Exception {
        Product first = Product.start("--data", folder.toString());
        try {
            Run second = Run.aforo("serve", "--port", "0", "--data", folder.toString());

            assertThat(second.exit()).isEqualTo(1);
            assertOneLine(second, folder.toString(), "use");
        } finally {
            first.close();
        }
    }

    @Test
    void aBrokenScenarioIsPointedInto() throws Exception {
        Path scenario = Files.writeString(folder.resolve("broken.yaml"), """
                name: Broken
                clock: 60
                setup:
                  - s3.CreateBucket: { Bucket: b }
                producers:
                  - name: p
                    demo: tocker
                    to: firehose:none
                run: { for: 1m }
                """);

        Run run = Run.aforo("run", scenario.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains(scenario + ":7:").contains("ticker").doesNotContain("Exception");
    }

    @Test
    void aScenarioThatIsNotYamlIsPointedInto() throws Exception {
        Path scenario = Files.writeString(folder.resolve("broken.yaml"), "name: Broken\nsetup: [\n");

        Run run = Run.aforo("run", scenario.toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).containsPattern("broken\\.yaml:[23]:\\d+: ").doesNotContain("Exception");
    }

    @Test
    void sqlNeedsABench() throws Exception {
        Run run = Run.aforo("sql", "SELECT 1", "--endpoint", "http://127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(1);
        assertOneLine(run, "127.0.0.1:1");
    }

    @Test
    void verbsSpeakToARunningBench() throws Exception {
        Product product = Product.start("--ephemeral", "--clock", "0");
        try {
            String at = product.endpoint().toString();
            assertThat(Run.aforo("sql", "SELECT 6 * 7 AS answer", "--format", "csv", "--endpoint", at).out())
                    .isEqualToIgnoringNewLines("answer\n42\n");
            Run wrong = Run.aforo("sql", "SELEC", "--endpoint", at);
            assertThat(wrong.exit()).isEqualTo(1);
            assertThat(wrong.err()).startsWith("aforo: ").contains("SELEC").doesNotContain("Exception");
            product.ask("POST", "/_aforo/api/kinesis/CreateStream", """
                    {"StreamName": "s", "ShardCount": 1}""");
            assertThat(Run.aforo("resources", "--endpoint", at).out()).contains("stream").contains("shardId-");
        } finally {
            product.close();
        }
    }

    @Test
    void theDoctorSaysWhatThereIs() throws Exception {
        Run run = Run.aforo("doctor");

        assertThat(run.out()).contains("Java " + Runtime.version().feature());
        assertThat(run.out().lines()).allMatch(line -> line.matches("(ok      |optional|MISSING )  .+"));
        assertThat(run.exit()).isEqualTo(run.out().contains("MISSING") ? 1 : 0);
    }

    @Test
    void theCompletionScriptIsBash() throws Exception {
        Run run = Run.aforo("completion");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("#!/usr/bin/env bash").contains("complete -F").contains("--ephemeral");
    }

    private static void assertOneLine(Run run, String... words) {
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        assertThat(run.err()).startsWith("aforo: ").contains(words).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }
}
