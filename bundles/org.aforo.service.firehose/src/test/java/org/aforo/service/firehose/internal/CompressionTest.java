package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

import io.airlift.compress.snappy.SnappyFramedInputStream;

class CompressionTest {

    private static byte[] data(int length) {
        byte[] data = new byte[length];
        Random random = new Random(7);
        for (int i = 0; i < length; i++) {
            data[i] = (byte) (i % 3 == 0 ? random.nextInt(256) : 'a' + i % 17);
        }
        return data;
    }

    private static byte[] compressed(Compression compression, byte[] data) throws IOException {
        try (InputStream in = new CompressedStream(new ByteArrayInputStream(data), compression, "entry")) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void decoderGivesBackWhatWasWritten(Compression compression) throws IOException {
        for (int length : new int[] {0, 1, 100, 65_536, 300_000}) {
            byte[] data = data(length);
            assertThat(decode(compression, compressed(compression, data))).as("%s bytes", length).isEqualTo(data);
        }
    }

    /** Decoders of other makers than the encoders, where there are any. */
    private static byte[] decode(Compression compression, byte[] data) throws IOException {
        InputStream in = new ByteArrayInputStream(data);
        return switch (compression) {
            case UNCOMPRESSED -> data;
            case GZIP -> new GZIPInputStream(in).readAllBytes();
            case ZIP -> {
                ZipInputStream zip = new ZipInputStream(in);
                ZipEntry entry = zip.getNextEntry();
                assertThat(entry.getName()).isEqualTo("entry");
                byte[] content = zip.readAllBytes();
                assertThat(zip.getNextEntry()).isNull();
                yield content;
            }
            case SNAPPY -> new SnappyFramedInputStream(in).readAllBytes();
            case HADOOP_SNAPPY -> hadoop(new DataInputStream(in));
        };
    }

    /** Hadoop's block format: the block's length, then chunks each with its compressed length. */
    private static byte[] hadoop(DataInputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (in.available() > 0) {
            int end = out.size() + in.readInt();
            while (out.size() < end) {
                byte[] chunk = new byte[in.readInt()];
                in.readFully(chunk);
                out.write(Snappy.uncompress(chunk));
            }
        }
        return out.toByteArray();
    }

    @Test
    void singleBytesAndBlocksReadTheSame() throws IOException {
        byte[] data = data(1000);
        ByteArrayOutputStream single = new ByteArrayOutputStream();
        try (InputStream in = new CompressedStream(new ByteArrayInputStream(data), Compression.SNAPPY, "entry")) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                single.write(b);
            }
        }

        assertThat(single.toByteArray()).isEqualTo(compressed(Compression.SNAPPY, data));
    }

    @Test
    void objectsSayWhatTheyAre() {
        assertThat(Compression.GZIP.headers()).containsEntry("content-encoding", "gzip");
        assertThat(Compression.SNAPPY.headers()).doesNotContainKey("content-encoding")
                .containsEntry("content-type", "application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY"})
    void formatsAreFoundByAwssNames(String wire) {
        assertThat(Compression.of(wire).wire()).isEqualTo(wire);
    }

    @Test
    void otherNamesAreRefused() {
        assertThat(Compression.of(null)).isEqualTo(Compression.UNCOMPRESSED);
        assertThatThrownBy(() -> Compression.of("snappy")).isInstanceOf(AwsError.class);
    }
}
