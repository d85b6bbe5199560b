package org.aforo.ui.internal.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

class DecodedTest {

    @Test
    void charsetsAreToldApart() {
        byte[] utf8 = "se\u00f1al \u20ac".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "se\u00f1al".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf16 = "\ufeffse\u00f1al".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Decoded.of(utf8, false).text()).isEqualTo("se\u00f1al \u20ac");
        assertThat(Decoded.of(utf8, false).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Decoded.of(latin, false).text()).isEqualTo("se\u00f1al");
        assertThat(Decoded.of(utf16, false).text()).isEqualTo("se\u00f1al");
    }

    @Test
    void textCutWithinALetterIsStillText() {
        byte[] whole = "price: 5 \u20ac".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);
        assertThat(Decoded.of(cut, true).charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Decoded.of(cut, false).charset()).isNotEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void gzipIsUnpackedEvenWhenItWasCut() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 5000; i++) {
                out.write(("{\"tick\":" + i + "}\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);
        Decoded decoded = Decoded.of(cut, true);
        assertThat(decoded.gzip()).isTrue();
        assertThat(decoded.text()).startsWith("{\"tick\":0}\n{\"tick\":1}");
    }

    @Test
    void bytesThatAreNoTextAreKnown() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        assertThat(Decoded.of(bytes, false).binary()).isTrue();
        assertThat(Decoded.of("tab\tand\nline".getBytes(StandardCharsets.UTF_8), false).binary()).isFalse();
    }

    @Test
    void bytesAreShownSixteenALine() {
        assertThat(HexDump.of("0123456789abcdef\u0001z".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("""
                00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef
                00000010  01 7a                                             .z
                """);
    }
}
