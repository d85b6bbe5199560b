package org.aforo.protocol.internal.validation;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.json.JsonReader;
import org.aforo.protocol.internal.model.C2jLoader;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.Struct;
import org.aforo.protocol.internal.tree.TreeDecoder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is counted, and how far; the words are tested in {@link WordingTest}. */
class ValidatorTest {

    private static final ServiceModel KINESIS = C2jLoader
            .load(ValidatorTest.class.getResource("/model/kinesis-2013-12-02-model.json"));
    private static final TreeDecoder.Rules RULES = new TreeDecoder.Rules(TimestampFormat.EPOCH_SECONDS, true, true);

    @Test
    void refusesItemsThatAreNull() {
        assertThatThrownBy(() -> check("PutRecords", "{\"StreamName\":\"s\",\"Records\":[null]}"))
                .isInstanceOf(AwsError.class).hasMessage("1 validation error detected: Value null at "
                        + "'records.1.member' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void refusesLongKeys() {
        String key = "k".repeat(257);
        assertThatThrownBy(() -> check("PutRecord", "{\"StreamName\":\"s\",\"Data\":\"\",\"PartitionKey\":\"" + key
                + "\"}")).hasMessage("1 validation error detected: Value '" + key + "' at 'partitionKey' failed to "
                        + "satisfy constraint: Member must have length less than or equal to 256");
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
        assertThatCode(() -> check("PutRecord", "{\"StreamName\":\"s\",\"Data\":\"\",\"PartitionKey\":\"" + key
                + "\"}")).doesNotThrowAnyException();
    }

    private static void check(String operation, String input) {
        Struct struct = new TreeDecoder(new JsonReader(input.getBytes(StandardCharsets.UTF_8)), RULES)
                .root(KINESIS.operations().get(operation).input());
        Validator.check(KINESIS, struct);
    }
}
