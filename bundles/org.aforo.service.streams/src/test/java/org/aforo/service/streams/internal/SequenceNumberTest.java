package org.aforo.service.streams.internal;

import java.math.BigInteger;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SequenceNumberTest {

    private static final long CREATED = 1_790_000_000L;

    @Test
    void looksLikeOneOfAws() {
        String number = new SequenceFormat(CREATED, 0).format(1, CREATED + 5);

        assertThat(number).hasSize(56).startsWith("496").matches("\\d+");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0, 1, 0", "15, 999999999, 1", "16, 1000000000, 60", "9999, 1000000000000, 86400",
            "2147483647, 9223372036854775807, 100000000"})
    void isMadeOfItsPartsAndTakenApartAgain(int shard, long place, long after) {
        // Given what AWS's format puts where
        long seconds = CREATED + after;
        BigInteger expected = new BigInteger("2" + hex(CREATED, 9) + hex(shard & 0xF, 1) + hex(place, 16) + "00"
                + hex(seconds, 9) + hex(shard, 8) + "2", 16);

        String number = new SequenceFormat(CREATED, shard).format(place, seconds);

        assertThat(number).isEqualTo(expected.toString());
        assertThat(SequenceNumber.parse(number)).isEqualTo(new SequenceNumber(CREATED, shard, place, seconds));
        assertThat(SequenceNumber.parse(number)).hasToString(number);
    }

    private static String hex(long value, int digits) {
        return String.format("%0" + digits + "x", value);
    }

    @Test
    void growsWithThePlaceWhateverTheTime() {
        Random random = new Random(1);
        SequenceFormat format = new SequenceFormat(CREATED, 7);
        String last = format.format(0, CREATED);
        for (long place = 1; place < 1L << 60; place += 1 + random.nextLong(place)) {
            String next = format.format(place, CREATED + random.nextInt(1_000_000));
            assertThat(new BigInteger(next)).isGreaterThan(new BigInteger(last));
            last = next;
        }
        assertThat(new BigInteger(format.format(SequenceNumber.END, CREATED))).isGreaterThan(new BigInteger(last));
    }

    @Test
    void aLaterShardsNumbersAllLieAboveAnEarlierShards() {
        String end = new SequenceFormat(CREATED, 900).format(SequenceNumber.END, CREATED + 1_000_000);
        String start = new SequenceFormat(CREATED + 1, 1).format(0, CREATED + 1);

        assertThat(new BigInteger(start)).isGreaterThan(new BigInteger(end));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "21267647932558653966460912964485513216",
            "49671246667567228643283430150187087032206582658"})
    void othersAreNoNumbersOfOurs(String decimal) {
        assertThat(SequenceNumber.parse(decimal)).isNull();
    }

    @Test
    void aNumberWithTheTopBitOfItsPlaceOrShardIsNone() {
        assertThat(SequenceNumber.parse(new BigInteger("20000000000800000000000000000000000000000000002", 16)
                .toString())).isNull();
        assertThat(SequenceNumber.parse(new BigInteger("20000000000000000000000000000000000000800000002", 16)
                .toString())).isNull();
    }
}
