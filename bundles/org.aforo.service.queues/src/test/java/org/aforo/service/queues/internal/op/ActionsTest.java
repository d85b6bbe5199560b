package org.aforo.service.queues.internal.op;

import java.util.HashMap;
import java.util.Map;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person is offered to do with queues: members that the model has, presets that work, words in two languages. */
class ActionsTest {

    private static final String NAME = "cola.fifo";

    private final Sqs sqs = new Sqs();

    @AfterEach
    void close() {
        sqs.close();
    }

    @Test
    void membersAreTheModels() {
        for (Action action : sqs.bench.service("sqs").actions()) {
            if (action.operation() != null) {
                Map<?, ?> members = (Map<?, ?>) sqs.bench.dispatcher().describe("sqs", action.operation()).input()
                        .get("properties");
                assertThat(members.keySet().stream().map(String.class::cast)).as(action.operation())
                        .containsAll(input(action).keySet())
                        .containsAll(action.pages().stream().flatMap(page -> page.fields().stream())
                                .map(Field::member).toList());
            }
        }
    }

    @Test
    void presetsWork() {
        for (Action action : sqs.bench.service("sqs").actions()) {
            if (action.role() == Action.Role.CREATE) {
                Map<String, Object> input = input(action);
                input.putIfAbsent("QueueName", "nueva");
                sqs.jsonOf(action.operation(), input).json();
            }
        }
        for (Action action : sqs.bench.service("sqs").actions()) {
            if (action.operation() != null && action.operation().equals("DeleteQueue")) {
                sqs.jsonOf(action.operation(), input(action)).json();
            }
        }
        assertThat(sqs.json("ListQueues").json().get("QueueUrls").toString()).contains("nueva").doesNotContain(NAME);
    }

    @Test
    void wordsAreSpanishToo() {
        for (Action action : sqs.bench.service("sqs").actions()) {
            assertThat(action.title().in("es")).isNotBlank().isNotEqualTo(action.title().in("en"));
            action.pages().stream().flatMap(page -> page.fields().stream())
                    .forEach(field -> assertThat(field.help().in("es")).isNotBlank()
                            .isNotEqualTo(field.help().in("en")));
        }
    }

    /** As a person would send it who changes nothing. */
    private static Map<String, Object> input(Action action) {
        Map<String, Object> input = new HashMap<>();
        action.bind().forEach((member, text) -> input.put(member, text.replace("{attribute:Account}", "000000000000")
                .replace("{name}", NAME).replace("{arn}", "arn:aws:sqs:us-east-1:000000000000:" + NAME)));
        action.pages().stream().flatMap(page -> page.fields().stream()).filter(field -> field.preset() != null)
                .forEach(field -> input.put(field.member(), field.preset()));
        return input;
    }
}
