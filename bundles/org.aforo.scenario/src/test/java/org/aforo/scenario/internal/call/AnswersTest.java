package org.aforo.scenario.internal.call;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnswersTest {

    private final Answers answers = new Answers();

    AnswersTest() {
        answers.put("made", Map.of("Shards", List.of(Map.of("ShardId", "s-0"), Map.of("ShardId", "s-1")), "Count", 7L));
    }

    @Test
    void fillsInValuesAndKeepsTheirKind() {
        Map<String, Object> filled = answers.fill(Map.of("Shard", "${answer.made.Shards[1].ShardId}", "Deep",
                List.of(Map.of("Count", "${answer.made.Count}")), "Text", "a ${answer.made.Count} $b", "Plain", 3L));

        assertThat(filled).containsEntry("Shard", "s-1").containsEntry("Deep", List.of(Map.of("Count", 7L)))
                .containsEntry("Text", "a 7 $b").containsEntry("Plain", 3L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${answer.none.X}", "${answer.made.Shards[2].ShardId}", "${answer.made.Count.Deeper}",
            "${answer.made[0]}", "${answer.made.Shards[99999999999].ShardId}"})
    void tellsWhatIsNotThere(String reference) {
        assertThatThrownBy(() -> answers.fill(Map.of("X", reference))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no " + reference);
    }

    @Test
    void findsTheNamesThatATextRefersTo() {
        assertThat(Answers.names("${answer.a.X}-${answer.b-2.Y[0]} ${sent.c}")).containsExactly("a", "b-2");
    }
}
