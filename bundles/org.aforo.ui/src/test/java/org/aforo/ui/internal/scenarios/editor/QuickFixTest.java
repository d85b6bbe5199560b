package org.aforo.ui.internal.scenarios.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;

/** What is offered in place of a word that may not stand. */
class QuickFixTest {

    private final QuickFix fix = new QuickFix(new ScenarioSchema());

    private Set<String> words(String text, String wrong, String problem) {
        int at = text.indexOf(wrong);
        return fix.words(text, at, at + wrong.length(), problem);
    }

    @Test
    void theWordThatWasMeantComesFirst() {
        assertThat(
                words("name: x\nclokc: 3\nrun: { for: 1m }\n", "clokc", "unknown key 'clokc'; did you mean 'clock'?"))
                .startsWith("clock").contains("expect").doesNotContain("name", "run", "clokc");
    }

    @Test
    void whatMayStandIsOfferedWhereNothingIsNear() {
        assertThat(words("name: x\nzzz: 3\n", "zzz", "unknown key 'zzz'; known here: name, clock"))
                .contains("clock", "expect").doesNotContain("name", "zzz");
    }

    @Test
    void nothingIsOfferedWhereTheProblemIsAnother() {
        assertThat(words("name: x\nrun: 3\n", "run", "a mapping is wanted here")).isEmpty();
    }
}
