package org.aforo.protocol.internal.describe;

import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.model.ServiceModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemasTest {

    private static URL url(String model) {
        return SchemasTest.class.getResource("/model/" + model + "-model.json");
    }

    private static Map<String, Object> input(String model, String operation) {
        return Schemas.of(C2jLoader.load(url(model)).operations().get(operation).input(), Documents.of(url(model)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> schema, String... path) {
        Map<String, Object> found = schema;
        for (String step : path) {
            found = (Map<String, Object>) found.get(step);
        }
        return found;
    }

    @Test
    void tells_types_limits_and_words() {
        Map<String, Object> schema = input("kinesis-2013-12-02", "CreateStream");

        assertThat(schema).containsEntry("type", "object").containsEntry("required", List.of("StreamName"))
                .containsEntry("$schema", "https://json-schema.org/draft/2020-12/schema");
        assertThat(at(schema, "properties").keySet()).startsWith("StreamName", "ShardCount", "StreamModeDetails");
        assertThat(at(schema, "properties", "StreamName")).containsEntry("type", "string")
                .containsEntry("minLength", 1L).containsEntry("maxLength", 128L)
                .containsEntry("pattern", "^(?:[a-zA-Z0-9_.-]+)$");
        assertThat(at(schema, "properties", "ShardCount")).containsEntry("type", "integer")
                .containsEntry("minimum", 1L);
        assertThat((String) at(schema, "properties", "ShardCount").get("description")).contains("number of shards")
                .doesNotContain("<p>");
        assertThat(at(schema, "properties", "StreamModeDetails")).containsEntry("$ref", "#/$defs/StreamModeDetails");
        assertThat(at(schema, "$defs", "StreamModeDetails", "properties", "StreamMode")).containsEntry("enum",
                List.of("PROVISIONED", "ON_DEMAND"));
    }

    @Test
    void blobs_are_base64_and_timestamps_are_moments() {
        assertThat(at(input("kinesis-2013-12-02", "PutRecord"), "properties", "Data"))
                .containsEntry("contentEncoding", "base64").containsKey("x-maxBytes").doesNotContainKey("maxLength");
        assertThat(at(input("kinesis-2013-12-02", "GetShardIterator"), "properties", "Timestamp"))
                .containsEntry("type", "string").containsEntry("format", "date-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinesis-2013-12-02", "firehose-2015-08-04", "sqs-2012-11-05", "iot-2015-05-28",
            "monitoring-2010-08-01", "apigateway-2015-07-09", "sns-2010-03-31"})
    void every_reference_of_every_operation_leads_somewhere(String name) {
        ServiceModel model = C2jLoader.load(url(name));
        Documents documents = Documents.of(url(name));
        Pattern reference = Pattern.compile("\\$ref=#/\\$defs/(\\w+)");
        for (Operation operation : model.operations().values()) {
            for (Map<String, Object> schema : List.of(Schemas.of(operation.input(), documents),
                    Schemas.of(operation.output(), documents))) {
                Map<?, ?> defined = (Map<?, ?>) schema.getOrDefault("$defs", Map.of());
                assertThat(reference.matcher(schema.toString()).results().map(r -> r.group(1)).distinct())
                        .as(operation.name()).allSatisfy(each -> assertThat(defined.containsKey(each)).isTrue());
            }
        }
    }

    @Test
    void an_operation_without_output_gives_an_empty_object() {
        assertThat(Schemas.of(null, Documents.of(url("kinesis-2013-12-02")))).containsEntry("type", "object")
                .containsEntry("properties", Map.of());
    }

    @Test
    void html_becomes_text() {
        assertThat(PlainText.of("<p>One <code>x &lt; 1</code>.</p> <p>Two:</p> <ul> <li> <p>a</p> </li> <li>b &amp; c"
                + "</li> </ul><!-- no --><note> <p>&#169;&unknown;</p> </note>"))
                .isEqualTo("One x < 1.\n\nTwo:\n- a\n\n- b & c\n\n\u00a9&unknown;".replace("a\n\n- b", "a\n- b"));
    }
}
