package org.aforo.protocol.internal.validation;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.json.JsonReader;
import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.tree.TreeDecoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Kinesis's own words, by its own model. */
class ValidatorTest {

    private static final ServiceModel KINESIS = C2jLoader
            .load(ValidatorTest.class.getResource("/model/kinesis-2013-12-02-model.json"));
    private static final TreeDecoder.Rules RULES = new TreeDecoder.Rules(TimestampFormat.EPOCH_SECONDS, true, true);
    private static final String LONG_KEY = "k".repeat(257);

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("PutRecord", "{\"StreamName\":\"s\",\"PartitionKey\":\"k\"}",
                        "1 validation error detected: Value null at 'data' failed to satisfy constraint: "
                                + "Member must not be null"),
                arguments("PutRecord", "{\"StreamName\":\"s\"}",
                        "2 validation errors detected: Value null at 'data' failed to satisfy constraint: Member must "
                                + "not be null; Value null at 'partitionKey' failed to satisfy constraint: Member must "
                                + "not be null"),
                arguments("PutRecord", "{\"StreamName\":\"s\",\"Data\":\"\",\"PartitionKey\":\"\"}",
                        "1 validation error detected: Value '' at 'partitionKey' failed to satisfy constraint: Member "
                                + "must have length greater than or equal to 1"),
                arguments("PutRecord", "{\"StreamName\":\"s\",\"Data\":\"\",\"PartitionKey\":\"" + LONG_KEY + "\"}",
                        "1 validation error detected: Value '" + LONG_KEY + "' at 'partitionKey' failed to satisfy "
                                + "constraint: Member must have length less than or equal to 256"),
                arguments("CreateStream", "{\"StreamName\":\"a b\",\"ShardCount\":1}",
                        "1 validation error detected: Value 'a b' at 'streamName' failed to satisfy constraint: Member "
                                + "must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"),
                arguments("CreateStream", "{\"StreamName\":\"s\",\"ShardCount\":0}",
                        "1 validation error detected: Value '0' at 'shardCount' failed to satisfy constraint: Member "
                                + "must have value greater than or equal to 1"),
                arguments("GetRecords", "{\"ShardIterator\":\"x\",\"Limit\":10001}",
                        "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member "
                                + "must have value less than or equal to 10000"),
                arguments("PutRecords", "{\"StreamName\":\"s\",\"Records\":[]}",
                        "1 validation error detected: Value '[]' at 'records' failed to satisfy constraint: Member must "
                                + "have length greater than or equal to 1"),
                arguments("PutRecords", "{\"StreamName\":\"s\",\"Records\":[{\"Data\":\"\",\"PartitionKey\":\"k\"},"
                        + "{\"PartitionKey\":\"\"}]}",
                        "2 validation errors detected: Value null at 'records.2.member.data' failed to satisfy "
                                + "constraint: Member must not be null; Value '' at 'records.2.member.partitionKey' "
                                + "failed to satisfy constraint: Member must have length greater than or equal to 1"),
                arguments("PutRecords", "{\"StreamName\":\"s\",\"Records\":[null]}",
                        "1 validation error detected: Value null at 'records.1.member' failed to satisfy constraint: "
                                + "Member must not be null"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesInAwssWords(String operation, String input, String message) {
        assertThatThrownBy(() -> check(operation, input)).isInstanceOf(AwsError.class).hasMessage(message)
                .hasFieldOrPropertyWithValue("code", "ValidationException")
                .hasFieldOrPropertyWithValue("status", 400);
    }

    @Test
    void tellsAnEnumerationsValues() {
        assertThatThrownBy(() -> check("GetShardIterator", "{\"StreamName\":\"s\",\"ShardId\":\"shardId-0\","
                + "\"ShardIteratorType\":\"FIRST\"}")).hasMessageStartingWith("1 validation error detected: Value "
                        + "'FIRST' at 'shardIteratorType' failed to satisfy constraint: Member must satisfy enum value "
                        + "set: [").hasMessageContaining("AT_SEQUENCE_NUMBER").hasMessageContaining("TRIM_HORIZON");
    }

    @Test
    void tellsTenThingsAtMost() {
        String records = IntStream.range(0, 30).mapToObj(i -> "{}").collect(Collectors.joining(","));
        assertThatThrownBy(() -> check("PutRecords", "{\"StreamName\":\"s\",\"Records\":[" + records + "]}"))
                .hasMessageStartingWith("10 validation errors detected: ");
    }

    @Test
    void countsCharactersRatherThanHalfOnes() {
        String key = "😀".repeat(256);
        assertThatCode(() -> check("PutRecord", "{\"StreamName\":\"s\",\"Data\":\"\",\"PartitionKey\":\"" + key + "\"}"))
                .doesNotThrowAnyException();
    }

    private static void check(String operation, String input) {
        Struct struct = new TreeDecoder(new JsonReader(input.getBytes(StandardCharsets.UTF_8)), RULES)
                .root(KINESIS.operations().get(operation).input());
        Validator.check(KINESIS, struct);
    }
}
