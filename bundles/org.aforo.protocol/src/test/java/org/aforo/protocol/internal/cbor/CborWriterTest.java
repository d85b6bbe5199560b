package org.aforo.protocol.internal.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class CborWriterTest {

    private static final Instant MOMENT = Instant.ofEpochMilli(1_700_000_000_500L);

    static Stream<Arguments> values() {
        return Stream.of(of("00", w -> w.whole(0)), of("17", w -> w.whole(23)), of("1818", w -> w.whole(24)),
                of("18ff", w -> w.whole(255)), of("190100", w -> w.whole(256)), of("19ffff", w -> w.whole(65_535)),
                of("1a00010000", w -> w.whole(65_536)), of("1affffffff", w -> w.whole(4_294_967_295L)),
                of("1b0000000100000000", w -> w.whole(4_294_967_296L)), of("20", w -> w.whole(-1)),
                of("3b7fffffffffffffff", w -> w.whole(Long.MIN_VALUE)),
                of("c249010000000000000000", w -> w.number(new BigInteger("18446744073709551616"))),
                of("c349010000000000000000", w -> w.number(new BigInteger("-18446744073709551617"))),
                of("c248ffffffffffffffff", w -> w.number(new BigInteger("18446744073709551615"))),
                of("c48221196ab3", w -> w.number(new BigDecimal("273.15"))),
                of("fa3fc00000", w -> w.number(1.5f)), of("fb3ff199999999999a", w -> w.number(1.1)),
                of("f5", w -> w.bool(true)), of("f4", w -> w.bool(false)), of("f6", CborWriter::nothing),
                of("62c3bc", w -> w.string("\u00fc")),
                of("43010203", w -> w.blob(ByteBuffer.wrap(new byte[] {1, 2, 3}))),
                of("c1fb41d954fc40200000", w -> w.timestamp(MOMENT, TimestampFormat.ISO_8601)),
                of("c11a6553f100", w -> w.timestamp(MOMENT.minusMillis(500), TimestampFormat.HTTP_DATE)));
    }

    private static Arguments of(String hex, Consumer<CborWriter> value) {
        return Arguments.of(hex, value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesWhatTheStandardShows(String hex, Consumer<CborWriter> value) {
        assertThat(written(TimestampFormat.EPOCH_SECONDS, value)).isEqualTo(hex);
    }

    @Test
    void countsMillisecondsForKinesis() {
        assertThat(written(TimestampFormat.EPOCH_MILLIS, w -> w.timestamp(MOMENT, TimestampFormat.EPOCH_SECONDS)))
                .isEqualTo("c11b0000018bcfe569f4");
    }

    @Test
    void tellsSizesAhead() {
        assertThat(written(TimestampFormat.EPOCH_SECONDS, w -> {
            w.startStruct(1);
            w.name("a");
            w.startList(2);
            w.whole(1);
            w.bool(true);
            w.endList();
            w.endStruct();
        })).isEqualTo("a161618201f5");
    }

    private static String written(TimestampFormat timestamps, Consumer<CborWriter> value) {
        Bytes bytes = new Bytes(1);
        value.accept(new CborWriter(bytes, timestamps));
        ByteBuffer all = bytes.buffer();
        return HexFormat.of().formatHex(all.array(), 0, all.limit());
    }
}
