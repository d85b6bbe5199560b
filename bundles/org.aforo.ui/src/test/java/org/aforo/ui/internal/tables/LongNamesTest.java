package org.aforo.ui.internal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LongNamesTest {

    @ParameterizedTest
    @CsvSource({"shardId-000000000012,shardId-\u202612", "shardId-000000000000,shardId-\u20260",
            "shardId-000000001000,shardId-\u20261000", "orders-of-100000,orders-of-100000",
            "part-0001,part-0001", "cotizaciones-del-mercado,cotizaciones-del-mercado"})
    void onlyTheNoughtsThatFillANumberAreLeftOut(String name, String brief) {
        assertThat(LongNames.brief(name)).isEqualTo(brief);
    }
}
