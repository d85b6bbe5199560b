package org.aforo.ui.app.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
            "-                                              | true",
            "--no-bench                                     | false",
            "--attach http://host:4566                      | false",
            "--attach http://host:4566 --with-bench         | true",
            "--attach=http://host:4566 --no-bench           | false",
            "-product x --with-bench                        | true"})
    void aBenchIsEmbeddedWhereNothingElseIsFollowed(String line, boolean embedded) {
        assertThat(of(line).embedded()).isEqualTo(embedded);
    }

    @Test
    void severalBenchesAreFollowedAtOnce() {
        assertThat(of("--attach http://one:4566 --attach=https://two --attach three:99").attach()).isEqualTo(
                List.of(URI.create("http://one:4566"), URI.create("https://two"), URI.create("http://three:99")));
    }

    @Test
    void theWorkspaceIsAFolder() {
        assertThat(of("--data some/where").workspace()).isEqualTo(Path.of("some/where").toAbsolutePath());
        assertThat(of(null).workspace()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--attach               | --attach wants the URL",
            "--data                 | --data wants the folder",
            "--atach x              | unknown option --atach",
            "--attach ftp://host    | ftp://host is not the URL of a bench",
            "--attach http://       | http:// is not the URL of a bench"})
    void whatCantBeUnderstoodIsTold(String line, String message) {
        assertThatThrownBy(() -> of(line)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    private static Arguments of(String line) {
        return Arguments.of(line == null ? new String[0] : line.split(" "));
    }
}
