package org.aforo.protocol.internal.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.function.Consumer;

import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class JsonWriterTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 1", "1700000000500, 1700000000.5", "1700000000120, 1700000000.12",
            "1700000000003, 1700000000.003", "-500, -0.5", "-1500, -1.5", "-2000, -2"})
    void writesSecondsWithNoMoreDigitsThanTheyTake(long millis, String text) {
        assertThat(written(w -> w.timestamp(Instant.ofEpochMilli(millis), TimestampFormat.EPOCH_SECONDS)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 1024, 3071, 3072, 3073, 3074, 10_000})
    void writesBlobsInBase64(int length) {
        byte[] data = new byte[length];
        new Random(length).nextBytes(data);
        ByteBuffer blob = ByteBuffer.wrap(data).asReadOnlyBuffer();

        assertThat(written(w -> {
            w.blob(blob);
            w.blob(blob);
        })).isEqualTo(twice('"' + Base64.getEncoder().encodeToString(data) + '"'));
        assertThat(blob.remaining()).isEqualTo(length);
    }

    @Test
    void escapesOnlyWhatMustBe() {
        String plain = "plain \u00e9 \ud83d\ude00 \u007f";
        assertThat(written(w -> w.string(plain))).isEqualTo('"' + plain + '"');
        assertThat(written(w -> w.string("a\"b\\c\n\u0001"))).isEqualTo("\"a\\\"b\\\\c\\n\\u0001\"");
    }

    @Test
    void givesTheSameWhereverItIsCutIntoPieces() {
        String whole = written(JsonWriterTest::document);
        for (int capacity = 1; capacity < whole.length() + 2; capacity++) {
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            Bytes bytes = new Bytes(capacity, piece -> add(pieces, piece));
            JsonWriter writer = new JsonWriter(bytes);
            document(writer);
            add(pieces, writer.finish());
            assertThat(pieces.toString(StandardCharsets.UTF_8)).as("pieces of %d", capacity).isEqualTo(whole);
        }
    }

    private static void add(ByteArrayOutputStream to, ByteBuffer piece) {
        to.write(piece.array(), piece.position(), piece.remaining());
    }

    private static void document(JsonWriter w) {
        w.startStruct(3);
        w.name("a");
        w.startList(2);
        w.startStruct(0);
        w.endStruct();
        w.blob(ByteBuffer.wrap(new byte[100]));
        w.endList();
        w.name("b");
        w.startList(0);
        w.endList();
        w.name("c");
        w.startStruct(1);
        w.name("d");
        w.whole(-7);
        w.endStruct();
        w.endStruct();
    }

    private static String written(Consumer<JsonWriter> values) {
        JsonWriter writer = new JsonWriter(new Bytes(1));
        values.accept(writer);
        ByteBuffer all = writer.finish();
        return new String(all.array(), 0, all.limit(), StandardCharsets.UTF_8);
    }

    private static String twice(String value) {
        return value + ',' + value;
    }
}
