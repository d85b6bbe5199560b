package org.aforo.scenario.internal.expect;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.aforo.scenario.internal.record.Ledger;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceivedCheckTest {

    /** Records as {@code key:data}. */
    private static Ledger ledger(String... records) {
        Ledger ledger = new Ledger();
        for (String record : records) {
            ledger.add(record.split(":")[0], record.getBytes(StandardCharsets.UTF_8));
        }
        return ledger;
    }

    private static ReceivedCheck check(Ledger accepted, Ledger... received) {
        return new ReceivedCheck(List.of(accepted), List.of(received));
    }

    @Test
    void holdsWhenEachCameOnceAndKeysKeptTheirOrder() {
        ReceivedCheck check = check(ledger("a:1", "b:1", "a:2", "b:2"), ledger("b:1", "a:1", "x:9", "b:2", "a:2"));

        assertThat(check.problem(true, true)).isEmpty();
        assertThat(check.detail()).isEqualTo("4 accepted, all received, 0 again, 0 out of order, 1 others");
    }

    @Test
    void tellsWhatIsMissing() {
        assertThat(check(ledger("a:1", "a:2", "a:3"), ledger("a:2")).problem(false, false))
                .isEqualTo("2 of 3 accepted records are missing");
    }

    @Test
    void tellsWhatCameAgainUnlessThatIsAllowed() {
        ReceivedCheck check = check(ledger("a:1", "a:2"), ledger("a:1", "a:2", "a:1"));

        assertThat(check.problem(true, true)).isEqualTo("1 records were received more than once");
        assertThat(check.problem(false, true)).isEmpty();
    }

    @Test
    void tellsWhatCameTooLate() {
        ReceivedCheck check = check(ledger("a:1", "a:2", "b:1"), ledger("b:1", "a:2", "a:1"));

        assertThat(check.problem(true, true)).isEqualTo("1 records came after a later one of their key");
        assertThat(check.problem(true, false)).isEmpty();
    }

    @Test
    void equalRecordsCountOneByOneAndConsumersTogether() {
        assertThat(check(ledger("a:1", "a:1"), ledger("a:1"), ledger("a:1")).problem(true, true)).isEmpty();
        assertThat(check(ledger("a:1", "a:1"), ledger("a:1")).problem(true, true)).contains("1 of 2");
    }

    @Test
    void nothingSentShowsNothing() {
        assertThat(check(ledger(), ledger()).problem(true, true)).contains("no records were sent");
    }
}
