package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.aforo.api.endpoint.AwsError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HashRangeTest {

    private static final String LAST = "340282366920938463463374607431768211455";

    @Test
    void threeShardsAreSplitAsAwsSplitsThem() {
        List<HashRange> ranges = HashRange.split(3);

        assertThat(ranges).extracting(range -> range.start() + "-" + range.end()).containsExactly(
                "0-113427455640312821154458202477256070484",
                "113427455640312821154458202477256070485-226854911280625642308916404954512140969",
                "226854911280625642308916404954512140970-" + LAST);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 7, 100, 4096, 10_000})
    void rangesMeetWithoutGapAndEndAtTheLastKey(int count) {
        List<HashRange> ranges = HashRange.split(count);

        assertThat(ranges).hasSize(count);
        assertThat(ranges.getFirst().start()).isEqualTo(HashKey.MIN);
        assertThat(ranges.getLast().end()).hasToString(LAST);
        for (int i = 1; i < count; i++) {
            assertThat(ranges.get(i).start().toBigInteger())
                    .isEqualTo(ranges.get(i - 1).end().toBigInteger().add(BigInteger.ONE));
        }
    }

    @Test
    void partitionKeysAreHashedByMd5() throws Exception {
        MessageDigest md5 = MessageDigest.getInstance("MD5");

        HashKey empty = HashKey.of(new byte[0], md5);
        HashKey abc = HashKey.of("abc".getBytes(StandardCharsets.UTF_8), md5);

        assertThat(empty.toBigInteger()).isEqualTo(new BigInteger("d41d8cd98f00b204e9800998ecf8427e", 16));
        assertThat(abc.toBigInteger()).isEqualTo(new BigInteger("900150983cd24fb0d6963f7d28e17f72", 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "18446744073709551615", "18446744073709551616",
            "170141183460469231731687303715884105728", LAST})
    void decimalsAreReadAndWritten(String decimal) {
        assertThat(HashKey.parse(decimal)).hasToString(decimal);
    }

    @Test
    void keysAreComparedWithoutSign() {
        HashKey half = HashKey.parse("170141183460469231731687303715884105728");

        assertThat(half).isGreaterThan(HashKey.MIN).isLessThan(HashKey.MAX);
        assertThat(new HashKey(1, -1)).isGreaterThan(new HashKey(1, 1)).isLessThan(new HashKey(2, 0));
    }

    @Test
    void aKeyOf129BitsIsRefused() {
        assertThatThrownBy(() -> HashKey.parse("340282366920938463463374607431768211456"))
                .isInstanceOf(AwsError.class)
                .hasMessage("Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
                        + "Specified value was 340282366920938463463374607431768211456");
    }
}
