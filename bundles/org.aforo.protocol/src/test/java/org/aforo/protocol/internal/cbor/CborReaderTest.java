package org.aforo.protocol.internal.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.MemberTraits;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.ShapeTraits;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.TreeDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CborReaderTest {

    private static final Member DOCUMENT = new Member("any",
            new Shape("Any", Kind.DOCUMENT, ShapeTraits.NONE, Constraints.NONE), MemberTraits.NONE);

    /** Most of RFC 8949's appendix A. */
    static Stream<Arguments> values() {
        return Stream.of(Arguments.of("00", 0L), Arguments.of("17", 23L), Arguments.of("1818", 24L),
                Arguments.of("1903e8", 1000L), Arguments.of("1a000f4240", 1_000_000L),
                Arguments.of("1bffffffffffffffff", new BigInteger("18446744073709551615")),
                Arguments.of("c249010000000000000000", new BigInteger("18446744073709551616")),
                Arguments.of("3bffffffffffffffff", new BigInteger("-18446744073709551616")),
                Arguments.of("c349010000000000000000", new BigInteger("-18446744073709551617")),
                Arguments.of("20", -1L), Arguments.of("3863", -100L), Arguments.of("3903e7", -1000L),
                Arguments.of("1b7fffffffffffffff", Long.MAX_VALUE),
                Arguments.of("3b7fffffffffffffff", Long.MIN_VALUE),
                Arguments.of("f90000", 0f), Arguments.of("f98000", -0f), Arguments.of("f93e00", 1.5f),
                Arguments.of("f97bff", 65504f), Arguments.of("f90001", 5.9604645e-8f),
                Arguments.of("fa47c35000", 100000f), Arguments.of("fb3ff199999999999a", 1.1),
                Arguments.of("f97c00", Float.POSITIVE_INFINITY), Arguments.of("f97e00", Float.NaN),
                Arguments.of("fbfff0000000000000", Double.NEGATIVE_INFINITY),
                Arguments.of("c48221196ab3", new BigDecimal("273.15")),
                Arguments.of("c48201c249010000000000000000", new BigDecimal("18446744073709551616e1")),
                Arguments.of("f4", false), Arguments.of("f5", true), Arguments.of("f6", null),
                Arguments.of("f7", null), Arguments.of("60", ""), Arguments.of("62c3bc", "\u00fc"),
                Arguments.of("64f0908591", "\ud800\udd51"), Arguments.of("7f657374726561646d696e67ff", "streaming"),
                Arguments.of("80", List.of()), Arguments.of("83010203", List.of(1L, 2L, 3L)),
                Arguments.of("8301820203820405", List.of(1L, List.of(2L, 3L), List.of(4L, 5L))),
                Arguments.of("9f018202039f0405ffff", List.of(1L, List.of(2L, 3L), List.of(4L, 5L))),
                Arguments.of("a0", Map.of()), Arguments.of("a26161016162820203", Map.of("a", 1L, "b", List.of(2L, 3L))),
                Arguments.of("bf61610161629f0203ffff", Map.of("a", 1L, "b", List.of(2L, 3L))),
                Arguments.of("c11a514b67b0", Instant.ofEpochSecond(1363896240)),
                Arguments.of("c1fb41d452d9ec200000", Instant.ofEpochSecond(1363896240, 500_000_000)),
                Arguments.of("d9d9f701", 1L), Arguments.of("d82076687474703a2f2f7777772e6578616d706c652e636f6d",
                        "http://www.example.com"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsWhatTheStandardShows(String hex, Object expected) {
        assertThat(read(HexFormat.of().parseHex(hex))).isEqualTo(expected);
    }

    @Test
    void blobsShareTheBody() {
        byte[] body = HexFormat.of().parseHex("a1616143010203");
        ByteBuffer blob = (ByteBuffer) ((Map<?, ?>) read(body)).get("a");
        assertThat(blob.isReadOnly()).isTrue();
        assertThat(blob).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        body[5] = 9;
        assertThat(blob.get(1)).isEqualTo((byte) 9);
    }

    @Test
    void blobsInPiecesArePutTogether() {
        assertThat(read(HexFormat.of().parseHex("5f42010243030405ff")))
                .isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5}));
    }

    @Test
    void tagged1CountsMillisecondsInKinesis() {
        byte[] body = HexFormat.of().parseHex("c11b0000018bcfe56800");
        CborReader reader = new CborReader(body, 0, body.length, TimestampFormat.EPOCH_MILLIS);
        reader.next();
        assertThat(reader.timestamp()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18", "1b00", "1c", "1f", "3f", "41", "61", "5f", "5f00ff", "5f5f4101ffff", "7f4101ff",
            "5bffffffffffffffff", "7b7fffffffffffffff", "81", "8201", "9bffffffffffffffff", "9a7fffffff00", "a1",
            "a10102", "a16161", "bf6161ff", "bf", "9f01", "fc", "f8ff", "ff", "0000", "f6ff", "c1", "c16161", "c26161",
            "c2", "c401", "c48101", "c4820161", "c4821a7fffffff01", "c1fb7ff0000000000000", "c11bffffffffffffffff"})
    void refusesWhatIsNone(String hex) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo("SerializationException"));
    }

    @Test
    void refusesWhatIsTooDeep() {
        byte[] deep = new byte[100_000];
        Arrays.fill(deep, (byte) 0x81);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(AwsError.class);
        Arrays.fill(deep, (byte) 0xc6);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(AwsError.class);
        Arrays.fill(deep, (byte) 0x9f);
        assertThatThrownBy(() -> read(deep)).isInstanceOf(AwsError.class);
    }

    @Test
    void spoiledBytesAreReadOrRefusedAndNothingElse() {
        byte[] whole = HexFormat.of().parseHex("bf61619f01f93e00c11a514b67b0c48221196ab3ff6162a1616343010203"
                + "61647f62c3bc6161ff6165c2490100000000000000006166f6ff");
        assertThat(read(whole)).isInstanceOf(Map.class);
        Random random = new Random(8949);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] spoiled = Arrays.copyOf(whole, round % 4 == 0 ? random.nextInt(whole.length) : whole.length);
            for (int n = random.nextInt(4); n >= 0 && spoiled.length > 0; n--) {
                spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt();
            }
            try {
                read(spoiled);
            } catch (AwsError e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(5_000, 19_999);
    }

    private static Object read(byte[] body) {
        CborReader reader = new CborReader(body, 0, body.length, TimestampFormat.EPOCH_SECONDS);
        return new TreeDecoder(reader, new TreeDecoder.Rules(TimestampFormat.EPOCH_SECONDS, false, true))
                .whole(DOCUMENT);
    }
}
