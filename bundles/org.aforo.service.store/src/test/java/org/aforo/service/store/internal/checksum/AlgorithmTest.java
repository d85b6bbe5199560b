package org.aforo.service.store.internal.checksum;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlgorithmTest {

    @ParameterizedTest
    @CsvSource({
            "CRC32, 123456789, cbf43926", "CRC32C, 123456789, e3069283", "CRC64NVME, 123456789, ae8b14860a799888",
            "CRC64NVME, '', 0000000000000000", "CRC32, '', 00000000",
            "SHA1, abc, a9993e364706816aba3e25717850c26c9cd0d89d",
            "SHA256, abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"})
    void computesTheKnownValue(Algorithm algorithm, String text, String hex) {
        Digest digest = algorithm.start();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        assertThat(HexFormat.of().formatHex(digest.value())).isEqualTo(hex);
    }

    @Test
    void crc64IsTheSameHoweverTheBytesCome() {
        // Given
        byte[] bytes = new byte[1_000];
        new Random(1).nextBytes(bytes);
        Crc64Nvme byteByByte = new Crc64Nvme();
        for (byte b : bytes) {
            byteByByte.update(b);
        }
        for (int cut = 0; cut < 40; cut++) {
            // When
            Crc64Nvme inPieces = new Crc64Nvme();
            inPieces.update(bytes, 0, cut);
            inPieces.update(bytes, cut, bytes.length - cut);
            // Then
            assertThat(inPieces.getValue()).isEqualTo(byteByByte.getValue());
        }
    }
}
