package org.aforo.ui.internal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;

import org.aforo.client.Control;
import org.junit.jupiter.api.Test;

/** A run as its process tells it. */
class RunTest {

    private final Run run = new Run(Path.of("lab.yaml"));

    private void told(String line) {
        run.take(Control.JSON.readTree(line));
    }

    @Test
    void ticksExpectationsAsTheyAreChecked() {
        assertThat(run.take(Control.JSON.readTree("""
                {"type":"started","scenario":"Lab","endpoint":"http://127.0.0.1:1","expectations":["a","b"]}""")))
                .contains(URI.create("http://127.0.0.1:1"));
        assertThat(run.state()).isEqualTo(Run.State.RUNNING);
        assertThat(run.expected()).extracting(Run.Expected::result).containsOnly(Run.Result.PENDING);

        told("{\"type\":\"check\",\"title\":\"b\",\"result\":\"failed\",\"detail\":\"3 of 4\"}");
        assertThat(run.expected()).containsExactly(new Run.Expected("a", Run.Result.PENDING, ""),
                new Run.Expected("b", Run.Result.FAILED, "3 of 4"));

        told("{\"type\":\"ended\",\"passed\":false,\"report\":\"/r/report.html\",\"exit\":1}");
        assertThat(run.state()).isEqualTo(Run.State.FAILED);
        assertThat(run.report()).contains(Path.of("/r/report.html"));
    }

    @Test
    void aProcessThatEndsWithoutAWordIsBroken() {
        told("{\"type\":\"line\",\"text\":\"lab.yaml:2:1: unknown key\"}");

        run.over(Run.State.BROKEN);

        assertThat(run.state()).isEqualTo(Run.State.BROKEN);
        assertThat(run.log()).containsExactly("lab.yaml:2:1: unknown key");
    }

    @Test
    void aFileThatIsWrongIsBroken() {
        told("{\"type\":\"ended\",\"passed\":false,\"report\":null,\"exit\":2}");

        assertThat(run.state()).isEqualTo(Run.State.BROKEN);
        assertThat(run.report()).isEmpty();
    }

    @Test
    void whatItToldLastStands() {
        told("{\"type\":\"ended\",\"passed\":true,\"report\":\"\",\"exit\":0}");

        run.over(Run.State.STOPPED);

        assertThat(run.state()).isEqualTo(Run.State.PASSED);
    }
}
