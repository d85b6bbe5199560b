package org.aforo.gateway.internal.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KplRecordsTest {

    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    private static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3);
        varint(out, value);
    }

    private void text(int field, String value) {
        bytes(message, field, value.getBytes(StandardCharsets.UTF_8));
    }

    private void record(long key, Long hashKey, String data) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        number(record, 1, key);
        if (hashKey != null) {
            number(record, 2, hashKey);
        }
        bytes(record, 3, data.getBytes(StandardCharsets.UTF_8));
        // a tag, which is skipped
        bytes(record, 4, new byte[] {10, 1, 'k'});
        bytes(message, 3, record.toByteArray());
    }

    private byte[] whole() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2});
        out.writeBytes(message.toByteArray());
        out.writeBytes(MessageDigest.getInstance("MD5").digest(message.toByteArray()));
        return out.toByteArray();
    }

    @Test
    void takes_an_aggregated_record_apart() throws Exception {
        text(1, "key-a");
        text(1, "key-b");
        text(2, "12345678901234567890");
        record(0, null, "one");
        record(1, 0L, "two");
        record(0, null, "");

        List<KplRecords.Part> parts = KplRecords.read(ByteBuffer.wrap(whole())).orElseThrow();

        assertThat(parts).extracting(KplRecords.Part::key).containsExactly("key-a", "key-b", "key-a");
        assertThat(parts).extracting(KplRecords.Part::explicitHashKey).containsExactly(null, "12345678901234567890",
                null);
        assertThat(parts).extracting(p -> StandardCharsets.UTF_8.decode(p.data().duplicate()).toString())
                .containsExactly("one", "two", "");
    }

    @Test
    void what_refers_to_a_key_that_is_not_there_is_not_aggregated() throws Exception {
        text(1, "key");
        record(1, null, "one");

        assertThat(KplRecords.read(ByteBuffer.wrap(whole()))).isEmpty();
    }

    @Test
    void what_is_broken_is_not_aggregated_and_never_throws() throws Exception {
        text(1, "key");
        record(0, null, "one");
        byte[] good = whole();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
            assertThat(KplRecords.read(ByteBuffer.wrap(bad))).isEmpty();
            assertThat(KplRecords.read(ByteBuffer.wrap(good, 0, random.nextInt(good.length)))).isEmpty();
        }
    }

    @Test
    void nonsense_under_a_right_digest_never_throws() throws Exception {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 5_000; i++) {
            message.reset();
            byte[] nonsense = new byte[random.nextInt(40)];
            random.nextBytes(nonsense);
            message.writeBytes(nonsense);
            KplRecords.read(ByteBuffer.wrap(whole())).ifPresent(parts -> assertThat(parts).isNotNull());
        }
    }
}
