package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a creation is refused for, and in what words. */
class RefusalTest {

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    static Stream<Arguments> extendedOptions() {
        return Stream.of(
                refused("BufferingHints", Map.of("SizeInMBs", 5),
                        "BufferingHints must specify both SizeInMBs and IntervalInSeconds, or neither"),
                refused("EncryptionConfiguration",
                        Map.of("KMSEncryptionConfig", Map.of("AWSKMSKeyARN", "arn:aws:kms:us-east-1:1:key/1")),
                        "EncryptionConfiguration.KMSEncryptionConfig is not supported by Aforo"),
                refused("ProcessingConfiguration",
                        Map.of("Enabled", true, "Processors", List.of(Map.of("Type", "Lambda"))),
                        "ProcessingConfiguration with the processor Lambda is not supported by Aforo"),
                refused("S3BackupMode", "Enabled", "S3BackupMode Enabled is not supported by Aforo"),
                refused("DataFormatConversionConfiguration", Map.of("Enabled", true),
                        "DataFormatConversionConfiguration is not supported by Aforo"),
                refused("DynamicPartitioningConfiguration", Map.of("Enabled", true),
                        "DynamicPartitioningConfiguration is not supported by Aforo"),
                refused("Prefix", "!{timestamp:yyyy}/",
                        "Ths supplied prefix(es) do not satisfy the following constraint: ErrorOutputPrefix must "
                                + "include at least one instance of !{firehose:error-output-type} when it contains "
                                + "expressions",
                        Map.of("ErrorOutputPrefix", "e!{timestamp:yyyy}")),
                refused("CustomTimeZone", "Nowhere", "CustomTimeZone Nowhere is not a supported time zone"));
    }

    private static Arguments refused(String option, Object value, String message) {
        return refused(option, value, message, Map.of());
    }

    private static Arguments refused(String option, Object value, String message, Map<String, Object> more) {
        Map<String, Object> options = new HashMap<>(more);
        options.put(option, value);
        return Arguments.of(options, message);
    }

    @ParameterizedTest
    @MethodSource
    void extendedOptions(Map<String, Object> options, String message) {
        assertThatThrownBy(() -> hose.created(options)).isInstanceOf(AwsError.class).hasMessage(message)
                .extracting("code").isEqualTo("InvalidArgumentException");
    }

    static Stream<Arguments> requests() {
        Map<String, Object> s3 = Hose.lab();
        return Stream.of(
                Arguments.of(Map.of(), "Exactly one destination configuration is supported for a Firehose"),
                Arguments.of(Map.of("S3DestinationConfiguration", s3, "ExtendedS3DestinationConfiguration", s3),
                        "Exactly one destination configuration is supported for a Firehose"),
                Arguments.of(Map.of("HttpEndpointDestinationConfiguration", Map.of("EndpointConfiguration",
                        Map.of("Url", "https://example.com"), "S3Configuration", s3)),
                        "HttpEndpointDestinationConfiguration is not supported by Aforo"),
                Arguments.of(Map.of("ExtendedS3DestinationConfiguration", s3,
                        "DeliveryStreamEncryptionConfigurationInput", Map.of("KeyType", "AWS_OWNED_CMK")),
                        "DeliveryStreamEncryptionConfigurationInput is not supported by Aforo"),
                Arguments.of(Map.of("ExtendedS3DestinationConfiguration", s3, "DeliveryStreamType", "MSKAsSource"),
                        "DeliveryStreamType MSKAsSource is not supported by Aforo"),
                Arguments.of(Map.of("ExtendedS3DestinationConfiguration", s3, "DeliveryStreamType",
                        "KinesisStreamAsSource"),
                        "KinesisStreamSourceConfiguration is required for the delivery "
                                + "stream type KinesisStreamAsSource"),
                Arguments.of(Map.of("ExtendedS3DestinationConfiguration", s3, "KinesisStreamSourceConfiguration",
                        Map.of("KinesisStreamARN", Hose.STREAM, "RoleARN", Hose.ROLE)),
                        "KinesisStreamSourceConfiguration is only valid for the delivery stream type "
                                + "KinesisStreamAsSource"));
    }

    @ParameterizedTest
    @MethodSource
    void requests(Map<String, Object> request, String message) {
        assertThatThrownBy(() -> hose.create(request)).isInstanceOf(AwsError.class).hasMessage(message)
                .extracting("code").isEqualTo("InvalidArgumentException");
    }

    static Stream<Arguments> patterns() {
        return Stream.of(
                Arguments.of("BucketARN", "arn:aws:s3:::no/slash",
                        "1 validation error detected: Value 'arn:aws:s3:::no/slash' at "
                                + "'extendedS3DestinationConfiguration.bucketARN' failed to satisfy constraint: "
                                + "Member must satisfy regular expression pattern: arn:.*:s3:::[\\w\\.\\-]{1,255}"),
                Arguments.of("RoleARN", "arn:aws:iam::1:role/r",
                        "1 validation error detected: Value 'arn:aws:iam::1:role/r' at "
                                + "'extendedS3DestinationConfiguration.roleARN' failed to satisfy constraint: Member "
                                + "must satisfy regular expression pattern: "
                                + "arn:.*:iam::\\d{12}:role/[a-zA-Z_0-9+=,.@\\-_/]+"));
    }

    @ParameterizedTest
    @MethodSource
    void patterns(String member, String value, String message) {
        assertThatThrownBy(() -> hose.created(Map.of(member, value))).hasMessage(message).extracting("code")
                .isEqualTo("ValidationException");
    }

    @ParameterizedTest
    @MethodSource
    void modelsLimits(Map<String, Object> options) {
        assertThatThrownBy(() -> hose.created(options)).isInstanceOf(AwsError.class).extracting("code")
                .isEqualTo("ValidationException");
    }

    static Stream<Map<String, Object>> modelsLimits() {
        return Stream.of(Map.of("BufferingHints", Map.of("SizeInMBs", 0, "IntervalInSeconds", 60)),
                Map.of("BufferingHints", Map.of("SizeInMBs", 129, "IntervalInSeconds", 60)),
                Map.of("BufferingHints", Map.of("SizeInMBs", 1, "IntervalInSeconds", 901)),
                Map.of("CompressionFormat", "SNAPPY"), Map.of("FileExtension", "json"));
    }
}
