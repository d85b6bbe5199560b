package org.aforo.scenario.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reader and the schema that editors use know the same keys. */
class KeysTest {

    private static final String PRODUCER = "/properties/producers/items";
    private static final String FAULT = "/properties/faults/items";
    private static final String EXPECT = "/properties/expect/items";

    static Stream<Arguments> sections() {
        return Stream.of(Arguments.of("", Keys.SCENARIO),
                Arguments.of("/properties/inputs/additionalProperties", Keys.INPUT),
                Arguments.of(PRODUCER, Keys.PRODUCER),
                Arguments.of(PRODUCER + "/properties/phases/items", Keys.PHASE), Arguments.of(FAULT, Keys.FAULT),
                Arguments.of(FAULT + "/properties/error", Keys.ERROR),
                Arguments.of(FAULT + "/properties/partial", Keys.PARTIAL),
                Arguments.of("/properties/consumers/items", Keys.CONSUMER),
                Arguments.of("/properties/setup/items", Keys.CALL), Arguments.of("/properties/steps/items", Keys.STEP),
                Arguments.of("/properties/charts/items", Keys.CHART),
                Arguments.of(EXPECT + "/properties/received", Keys.RECEIVED),
                Arguments.of(EXPECT + "/properties/delay", Keys.DELAY), Arguments.of("/properties/run", Keys.RUN),
                Arguments.of(EXPECT, Keys.EXPECT), Arguments.of(EXPECT + "/properties/delivered", Keys.DELIVERED),
                Arguments.of(EXPECT + "/properties/flushes", Keys.FLUSHES),
                Arguments.of(EXPECT + "/properties/sql", Keys.SQL),
                Arguments.of(EXPECT + "/properties/objects", Keys.OBJECTS),
                Arguments.of(EXPECT + "/properties/meter", Keys.METER));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void theSchemaKnowsTheReadersKeys(String pointer, List<String> keys) {
        JsonNode schema = new JsonMapper().readTree(Path.of("../../scenarios/scenario.schema.json").toFile())
                .at(pointer);
        assertThat(schema.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }
}
