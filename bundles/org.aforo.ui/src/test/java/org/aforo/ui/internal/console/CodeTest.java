package org.aforo.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.aforo.ui.internal.forms.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeTest {

    private static final String PUT = "{\"StreamName\":\"ticks\",\"Data\":\"aXQncyBoaSE=\",\"PartitionKey\":\"-k\"}";

    private static ApiCall call(String service, String operation, String input) {
        String recorded = service + '-' + operation;
        return new ApiCall(URI.create("http://localhost:4566"), service, operation, Recorded.of(input),
                Recorded.input(recorded), Recorded.output(recorded));
    }

    @Test
    void theCliPutsARecord() {
        assertThat(Language.CLI.code(call("kinesis", "PutRecord", PUT))).isEqualTo("""
                export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
                aws kinesis put-record \\
                    --endpoint-url http://localhost:4566 \\
                    --region us-east-1 \\
                    --cli-binary-format raw-in-base64-out \\
                    --stream-name ticks \\
                    --data 'it'\\''s hi!' \\
                    --partition-key=-k
                """);
    }

    @Test
    void javaTakesEnumsAsTextsAlsoWhereABenchTakesAnyText() {
        assertThat(Language.JAVA.code(call("sqs", "CreateQueue", """
                {"QueueName":"q","Attributes":{"VisibilityTimeout":"7"},"tags":{"a":"b"}}""")))
                .contains(".attributesWithStrings(Map.of(").contains(".tags(Map.of(");
        assertThat(Language.JAVA.code(call("sqs", "ReceiveMessage", """
                {"QueueUrl":"u","AttributeNames":["All"],"MessageAttributeNames":["n"]}""")))
                .contains(".attributeNamesWithStrings(List.of(").contains(".messageAttributeNames(List.of(");
    }

    @Test
    void bytesThatAreNoTextGoAsBase64ToTheCli() {
        String code = Language.CLI.code(call("kinesis", "PutRecords", """
                {"Records":[{"Data":"aGk=","PartitionKey":"1"},{"Data":"AAH/","PartitionKey":"2"}]}"""));

        assertThat(code).contains("--cli-binary-format base64").contains("--records '[{\"Data\":\"aGk=\","
                + "\"PartitionKey\":\"1\"},{\"Data\":\"AAH/\",\"PartitionKey\":\"2\"}]'");
    }

    @Test
    void bytesWithinAListAreTextForTheCliWhenAllAre() {
        String code = Language.CLI.code(call("kinesis", "PutRecords", """
                {"StreamName":"s","Records":[{"Data":"aGk=","PartitionKey":"1"}]}"""));

        assertThat(code).contains("raw-in-base64-out").contains("'[{\"Data\":\"hi\",\"PartitionKey\":\"1\"}]'");
    }

    @Test
    void aTextThatLooksLikeAFilesAddressIsNotReadFromThere() {
        String code = Language.CLI.code(call("kinesis", "PutRecord", """
                {"StreamName":"s","Data":"ZmlsZTovLy9ldGMvcGFzc3dk","PartitionKey":"1"}"""));

        assertThat(code).contains("--cli-binary-format base64").contains("--data ZmlsZTovLy9ldGMvcGFzc3dk")
                .doesNotContain("file:");
    }

    @Test
    void flagsOfTheCliAreSaidOrDenied() {
        assertThat(Language.CLI.code(call("kinesis", "DeleteStream", "{\"EnforceConsumerDeletion\":true}")))
                .contains("    --enforce-consumer-deletion\n");
        assertThat(Language.CLI.code(call("kinesis", "DeleteStream", "{\"EnforceConsumerDeletion\":false}")))
                .contains("    --no-enforce-consumer-deletion\n");
    }

    @Test
    void aBodyGoesToTheCliByAFileAndOneThatComesToo() {
        assertThat(Language.CLI.code(call("s3", "PutObject", "{\"Bucket\":\"b\",\"Key\":\"k\",\"Body\":\"a b\"}")))
                .contains("printf '%s' 'a b' > body.bin\naws s3api put-object").contains("--body body.bin");
        assertThat(Language.CLI.code(call("s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"k\"}")))
                .endsWith("--key k \\\n    answer.bin\n");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"|a b|, |'a b'|", "|it's|, |'it'\\''s'|", "|$HOME|, |'$HOME'|",
            "|`id`|, |'`id`'|", "|\"|, |'\"'|", "|*|, |'*'|", "|a/b.c|, |a/b.c|", "|a;b|, |'a;b'|", "||, |''|"})
    void wordsAreSafeInAShell(String text, String quoted) {
        assertThat(CliCode.quoted(text == null ? "" : text)).isEqualTo(quoted);
    }

    @Test
    void pythonPutsARecord() {
        assertThat(Language.PYTHON.code(call("kinesis", "PutRecord", PUT))).isEqualTo("""
                import boto3

                client = boto3.client(
                    "kinesis",
                    endpoint_url="http://localhost:4566",
                    region_name="us-east-1",
                    aws_access_key_id="test",
                    aws_secret_access_key="test",
                )
                response = client.put_record(
                    StreamName="ticks",
                    Data=b"it's hi!",
                    PartitionKey="-k",
                )
                print(response)
                """);
    }

    @Test
    void pythonWritesEveryKindOfValue() {
        String code = Language.PYTHON.code(call("firehose", "CreateDeliveryStream", """
                {"DeliveryStreamName":"\\"\\\\\\u0001","Tags":[],"ExtendedS3DestinationConfiguration":{
                 "BufferingHints":{"SizeInMBs":1},"CloudWatchLoggingOptions":{"Enabled":true}}}"""));

        assertThat(code).contains("DeliveryStreamName=\"\\\"\\\\\\x01\",").contains("Tags=[],")
                .contains("        \"BufferingHints\": {\n            \"SizeInMBs\": 1,\n        },\n")
                .contains("\"Enabled\": True,");
        assertThat(Language.PYTHON.code(call("kinesis", "PutRecord", "{\"Data\":\"AAH/\"}")))
                .startsWith("import base64\n\nimport boto3").contains("Data=base64.b64decode(\"AAH/\")");
        assertThat(Language.PYTHON.code(call("kinesis", "PutRecord", "{\"Data\":\"w7E=\"}")))
                .contains("Data=\"\u00f1\".encode()");
        assertThat(Language.PYTHON.code(call("kinesis", "PutRecord", "{\"odd name\":1}")))
                .contains("client.put_record(**{\n    \"odd name\": 1,\n})");
        assertThat(Language.PYTHON.code(call("s3", "GetObject", "{}"))).contains("print(response[\"Body\"].read())");
    }

    @Test
    void javaPutsARecord() {
        assertThat(Language.JAVA.code(call("kinesis", "PutRecord", PUT))).isEqualTo("""
                import java.net.URI;
                import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
                import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
                import software.amazon.awssdk.core.SdkBytes;
                import software.amazon.awssdk.regions.Region;
                import software.amazon.awssdk.services.kinesis.KinesisClient;
                import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;

                public class PutRecord {
                    public static void main(String[] args) {
                        try (KinesisClient client = KinesisClient.builder()
                                .endpointOverride(URI.create("http://localhost:4566"))
                                .region(Region.of("us-east-1"))
                                .credentialsProvider(StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("test", "test")))
                                .build()) {
                            var response = client.putRecord(PutRecordRequest.builder()
                                    .streamName("ticks")
                                    .data(SdkBytes.fromUtf8String("it's hi!"))
                                    .partitionKey("-k")
                                    .build());
                            System.out.println(response);
                        }
                    }
                }
                """);
    }

    @Test
    void javaBuildsStructuresListsMapsAndBodies() {
        assertThat(Language.JAVA.code(call("kinesis", "PutRecords", """
                {"Records":[{"Data":"AAH/","PartitionKey":"1"}]}""")))
                .contains(".records(List.of(").contains("PutRecordsRequestEntry.builder()")
                .contains("SdkBytes.fromByteArray(Base64.getDecoder().decode(\"AAH/\"))")
                .contains("import java.util.Base64;").contains("import java.util.List;");
        assertThat(Language.JAVA.code(call("kinesis", "CreateStream", """
                {"ShardCount":2,"StreamModeDetails":{"StreamMode":"PROVISIONED"}}""")))
                .contains(".shardCount(2)").contains(".streamMode(\"PROVISIONED\")");
        assertThat(Language.JAVA.code(call("kinesis", "AddTagsToStream", "{\"Tags\":{\"a\":\"b\"}}")))
                .contains(".tags(Map.of(").contains("\"a\", \"b\"");
        assertThat(Language.JAVA.code(call("kinesis", "GetShardIterator", """
                {"Timestamp":"2026-01-31T12:00:00Z"}""")))
                .contains(".timestamp(Instant.parse(\"2026-01-31T12:00:00Z\"))");
        assertThat(Language.JAVA.code(call("s3", "PutObject", "{\"Bucket\":\"b\",\"Key\":\"k\",\"Body\":\"x\"}")))
                .contains(".forcePathStyle(true)").contains(".build(), RequestBody.fromString(\"x\"));");
        assertThat(Language.JAVA.code(call("s3", "GetObject", "{\"Bucket\":\"b\",\"Key\":\"k\"}")))
                .contains("client.getObjectAsBytes(").contains("response.asUtf8String()");
    }

    @Test
    void aTypeThatJavaHasTooIsImportedByName() {
        assertThat(Language.JAVA.code(call("firehose", "PutRecordBatch", "{\"Records\":[{\"Data\":\"aGk=\"}]}")))
                .contains("import software.amazon.awssdk.services.firehose.model.Record;").doesNotContain("*;");
    }

    @Test
    void curlCallsTheControlApi() {
        assertThat(Language.CURL.code(call("kinesis", "DeleteStream", "{\"StreamName\":\"it's\"}"))).isEqualTo("""
                curl http://localhost:4566/_aforo/api/kinesis/DeleteStream \\
                    -d '{"StreamName":"it'\\''s"}'
                """);
    }
}
