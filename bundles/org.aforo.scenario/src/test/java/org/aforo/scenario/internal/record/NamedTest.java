package org.aforo.scenario.internal.record;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamedTest {

    @ParameterizedTest
    @CsvSource({"orders, orders, true", "orders, orders2, false", "ord*, orders, true",
            "*/shard/*2, a/shard/s-12, true",
            "*/shard/*2, a/shard/s-13, false", "a.b, aXb, false", "*, anything, true"})
    void starsStandForAnything(String name, String of, boolean fits) {
        assertThat(new Named(name).fits(of)).isEqualTo(fits);
    }
}
