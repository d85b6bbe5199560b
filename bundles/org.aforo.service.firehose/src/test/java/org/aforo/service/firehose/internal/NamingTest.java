package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

    private static final Instant AT = Instant.parse("2023-04-25T20:07:09.250Z");
    private static final UUID UUID_1 = UUID.fromString("0f3c5e1a-8f6d-4a34-9d8b-1d2b3c4d5e6f");
    private static final String RULE = "Ths supplied prefix(es) do not satisfy the following constraint: ";

    private static S3Destination destination(String prefix, String errors, String zone, Compression compression,
            String extension) {
        return new S3Destination("arn:aws:iam::000000000000:role/LabRole", "arn:aws:s3:::bolsa", prefix, errors, 1, 60,
                compression, extension, zone, new S3Destination.Logging(false, null, null));
    }

    private static Naming naming(String prefix, String errors, String zone) {
        return Naming.of(destination(prefix, errors, zone, Compression.UNCOMPRESSED, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", quoteCharacter = '"', value = {
            "null                                       | null  | null        | 2023/04/25/20/",
            "\"\"                                       | \"\"  | UTC         | 2023/04/25/20/",
            "datos/                                     | null  | null        | datos/2023/04/25/20/",
            "datos                                      | null  | null        | datos2023/04/25/20/",
            "datos/                                     | null  | Asia/Tokyo  | datos/2023/04/26/05/",
            "datos/                                     | null  | America/New_York | datos/2023/04/25/16/",
            "!{timestamp:yyyy/MM/dd}                    | !{firehose:error-output-type}/ | null | 2023/04/25",
            "y=!{timestamp:yyyy}/m=!{timestamp:MM}/     | e/!{firehose:error-output-type} | null | y=2023/m=04/",
            "!{timestamp:'year='yyyy'/month='MM}/       | e/!{firehose:error-output-type} | null | year=2023/month=04/",
            "!{timestamp:'{'HH'}'}/                     | e/!{firehose:error-output-type} | null | {20}/",
            "!{timestamp:EEE}/                          | e/!{firehose:error-output-type} | null | Tue/",
            "a!b{c}/                                    | null  | null        | a!b{c}/2023/04/25/20/",
    })
    void prefixIsEvaluatedAtTheOldestRecord(String prefix, String errors, String zone, String expected) {
        String key = naming(prefix, errors, zone).key("kinesis1", 1, AT, UUID_1);

        assertThat(key).startsWith(expected + "kinesis1-1-");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
            "!{timestamp:yyyy}/          | null    | ErrorOutputPrefix cannot be null or empty when Prefix contains expressions",
            "!{firehose:random-string}/  | null    | ErrorOutputPrefix cannot be null or empty when Prefix contains expressions",
            "!{firehose:error-output-type}/ | e/   | Prefix cannot contain !{firehose:error-output-type}",
            "datos/ | e/!{timestamp:yyyy} | ErrorOutputPrefix must include at least one instance of "
                    + "!{firehose:error-output-type} when it contains expressions",
            "a!{                         | null    | The sequence !{ can only appear in !{namespace:value} expressions",
            "a!{}b                       | null    | The sequence !{ can only appear in !{namespace:value} expressions",
            "a!{timestamp}b              | null    | The sequence !{ can only appear in !{namespace:value} expressions",
            "a!{timestamp:}b             | null    | The sequence !{ can only appear in !{namespace:value} expressions",
            "!{timestamp:'yyyy}          | null    | The sequence !{ can only appear in !{namespace:value} expressions",
            "!{timestamp:bbb}            | null    | The timestamp namespace does not support the pattern bbb",
            "!{firehose:uuid}            | null    | The firehose namespace does not support the value uuid",
            "!{aws:region}               | null    | The namespace aws is not supported",
    })
    void brokenPrefixesAreRefusedByTheRuleTheyBreak(String prefix, String errors, String constraint) {
        assertThatThrownBy(() -> naming(prefix, errors, null)).isInstanceOf(AwsError.class)
                .hasMessage(RULE + constraint).extracting("code").isEqualTo("InvalidArgumentException");
    }

    @Test
    void dynamicPartitioningIsRefusedByName() {
        assertThatThrownBy(() -> naming("!{partitionKeyFromQuery:ticker}/", "e/", null))
                .hasMessage("The namespace partitionKeyFromQuery is not supported by Aforo");
    }

    @Test
    void unknownTimeZonesAreRefused() {
        assertThatThrownBy(() -> naming("datos/", null, "Europe/Macondo"))
                .hasMessage("CustomTimeZone Europe/Macondo is not a supported time zone");
    }

    @Test
    void evaluatedPrefixesHaveAtMost512Characters() {
        assertThat(naming("x".repeat(498), "e/", null)).isNotNull();
        assertThatThrownBy(() -> naming("x".repeat(499), "e/", null))
                .hasMessage(RULE + "Prefix cannot be greater than 512 characters after it is evaluated");
        assertThatThrownBy(() -> naming("x/", "e".repeat(500), null))
                .hasMessage(RULE + "ErrorOutputPrefix cannot be greater than 512 characters after it is evaluated");
    }

    @Test
    void nameHasStreamVersionSecondAndUuid() {
        String key = naming("datos/", "errores/", null).key("kinesis1", 3, AT, UUID_1);

        assertThat(key).isEqualTo("datos/2023/04/25/20/kinesis1-3-2023-04-25-20-07-09-" + UUID_1);
    }

    @Test
    void timeZoneHoldsForTheSuffixToo() {
        String key = naming("datos/", null, "Asia/Tokyo").key("k", 1, AT, UUID_1);

        assertThat(key).isEqualTo("datos/2023/04/26/05/k-1-2023-04-26-05-07-09-" + UUID_1);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null",
            value = {"UNCOMPRESSED,null,''", "GZIP,null,.gz", "ZIP,'',.zip", "SNAPPY,null,.snappy",
                    "HADOOP_SNAPPY,null,.hsnappy", "UNCOMPRESSED,.json,.json", "GZIP,.json.gz,.json.gz"})
    void extensionIsTheCompressionsUnlessOneIsGiven(Compression compression, String own, String expected) {
        String key = Naming.of(destination("p/", null, null, compression, own)).key("k", 1, AT, UUID_1);

        assertThat(key).endsWith(UUID_1 + expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", value = {
            "null   | null                                   | processing-failed/2023/04/25/20/",
            "datos/ | null                                   | datos/processing-failed/2023/04/25/20/",
            "datos/ | errores/                               | errores/processing-failed/2023/04/25/20/",
            "null   | f/!{firehose:error-output-type}/       | f/processing-failed/",
            "datos/ | f/!{timestamp:yyyy}/!{firehose:error-output-type}-| f/2023/processing-failed-",
    })
    void errorPrefixTellsTheKindOfFailure(String prefix, String errors, String expected) {
        String key = naming(prefix, errors, null).errorKey("processing-failed", "k", 1, AT, UUID_1);

        assertThat(key).isEqualTo(expected + "k-1-2023-04-25-20-07-09-" + UUID_1);
    }

    @Test
    void randomStringsHaveElevenCharactersAndDiffer() {
        Naming naming = naming("!{firehose:random-string}/!{firehose:random-string}/",
                "e/!{firehose:error-output-type}", null);

        String[] first = naming.key("k", 1, AT, UUID_1).split("/");
        String[] second = naming.key("k", 1, AT, UUID_1).split("/");

        assertThat(first[0]).hasSize(11).isNotEqualTo(first[1]).isNotEqualTo(second[0]);
        assertThat(first[1]).hasSize(11);
        // No time expression: the hours come after it.
        assertThat(String.join("/", first)).contains("/2023/04/25/20/k-1-");
    }
}
