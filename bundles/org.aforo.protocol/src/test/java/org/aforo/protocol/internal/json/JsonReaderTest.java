package org.aforo.protocol.internal.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.tree.PullReader.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JsonReaderTest {

    private static final JsonMapper ORACLE = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " { \"a\" : [ 1 , -2.50e+3 , 0 , true, false , null ] } ", "\"\"",
            "\"a\\u00e9\\ud83d\\ude00\\n\\t\\\\\\\"\\/\"", "\"žluťoučký 😀\"", "123456789012345678901234567890", "-0",
            "9223372036854775807", "-9223372036854775808", "1e-7", "{\"a\":{\"b\":{\"c\":[[[]]]}}}",
            "{\"exactly8\":\"12345678\",\"\\u0061\":\"1234567\",\"x\":\"123456789012345\\\"6\"}"})
    void readsWhatJacksonReads(String text) {
        assertThat(outcome(bytes(text))).isEqualTo(oracle(bytes(text))).isNotEqualTo("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "[1 2]", "01", "1.", ".5",
            "+1", "1e", "--1", "tru", "nulll", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\", "\"a\nb\"", "{} {}", "[1]]",
            "'a'",
            "NaN", "{\"a\":}", "{,}", "[,1]", "{\"a\"}", "\u0000"})
    void refusesWhatJacksonRefuses(String text) {
        assertThatThrownBy(() -> ORACLE.readValue(text, Object.class)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> JsonReader.parse(bytes(text))).isInstanceOf(AwsError.class)
                .hasFieldOrPropertyWithValue("code", "SerializationException");
    }

    @Test
    void agreesWithJacksonOnMutatedText() {
        Random random = new Random(7);
        byte[] valid = bytes("{\"Name\":\"caf\\u00e9 \\\"x\\\"\","
                + "\"List\":[1,-2.5e3,true,null,{\"k\":[\"\"]}],\"n\":12}");
        for (int i = 0; i < 20_000; i++) {
            byte[] text = valid.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(32, 127);
            }
            assertThat(outcome(text)).as(new String(text, StandardCharsets.UTF_8)).isEqualTo(oracle(text));
        }
    }

    private static Object outcome(byte[] text) {
        try {
            return plain(JsonReader.parse(text));
        } catch (AwsError e) {
            return "refused";
        }
    }

    private static Object oracle(byte[] text) {
        try {
            return plain(ORACLE.readValue(text, Object.class));
        } catch (JacksonException e) {
            return "refused";
        }
    }

    /** Numbers by their value, whatever holds them. */
    private static Object plain(Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> map.entrySet().stream().map(e -> Map.of(e.getKey(), plain(e.getValue()))).toList();
            case List<?> list -> list.stream().map(JsonReaderTest::plain).toList();
            case BigInteger i -> new BigDecimal(i).stripTrailingZeros();
            case Number n -> new BigDecimal(n.toString()).stripTrailingZeros();
            default -> value;
        };
    }

    @Test
    void decodesBlobsOfEveryLength() {
        Random random = new Random(3);
        for (int length = 0; length < 300; length++) {
            byte[] blob = new byte[length];
            random.nextBytes(blob);
            assertThat(blob('"' + Base64.getEncoder().encodeToString(blob) + '"'))
                    .isEqualTo(ByteBuffer.wrap(blob)).matches(ByteBuffer::isReadOnly);
        }
    }

    @Test
    void decodesBlobsWithEscapedSlashes() {
        assertThat(blob("\"\\/\\/\\/\\u002f\"")).isEqualTo(ByteBuffer.wrap(new byte[] {-1, -1, -1}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"YQ", "YQ=", "YR==", "YWJ=", "Y*==", "=YQ=", "YQ==YQ==", "Y Q=", "-_=="})
    void refusesWhatIsNotBase64(String text) {
        assertThatThrownBy(() -> blob('"' + text + '"')).isInstanceOf(AwsError.class)
                .hasMessageStartingWith('\'' + text + "' can not be converted to a Blob: ");
    }

    @Test
    void refusesBottomlessNesting() {
        assertThatThrownBy(() -> JsonReader.parse(bytes("[".repeat(1_000_000)))).isInstanceOf(AwsError.class);
        assertThatThrownBy(() -> JsonReader.parse(bytes("{\"a\":".repeat(1_000_000)))).isInstanceOf(AwsError.class);
    }

    @Test
    void refusesEndlessNumbers() {
        assertThatThrownBy(() -> JsonReader.parse(bytes("1".repeat(1_000_000)))).isInstanceOf(AwsError.class);
    }

    private static ByteBuffer blob(String json) {
        JsonReader reader = new JsonReader(bytes(json));
        assertThat(reader.next()).isEqualTo(Token.STRING);
        ByteBuffer blob = reader.blob();
        reader.end();
        return blob;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
