package org.aforo.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"PutRecord, put-record", "StreamARN, stream-arn", "ListStreams, list-streams",
            "ExtendedS3DestinationConfiguration, extended-s3-destination-configuration",
            "ACL, acl", "SSEKMSKeyId, ssekms-key-id", "GrantReadACP, grant-read-acp",
            "ContentMD5, content-md5", "TagResourceARNs, tag-resource-arns", "ListACLs, list-acls",
            "key, key"})
    void theCliWritesNamesSeparated(String name, String written) {
        assertThat(Names.separated(name, "-")).isEqualTo(written);
        assertThat(Names.separated(name, "_")).isEqualTo(written.replace('-', '_'));
    }

    @ParameterizedTest
    @CsvSource({"PutRecord, putRecord", "StreamARN, streamARN",
            "S3DestinationConfiguration, s3DestinationConfiguration",
            "ACL, acl", "SSEKMSKeyId, ssekmsKeyId", "KMSEncryptionConfig, kmsEncryptionConfig",
            "BucketKeyEnabled, bucketKeyEnabled", "records, records", "A, a"})
    void javaMethodsBeginInLowerCase(String name, String written) {
        assertThat(Names.method(name)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"PutRecordsRequestEntry, PutRecordsRequestEntry", "KMSEncryptionConfig, KmsEncryptionConfig",
            "ExtendedS3DestinationConfiguration, ExtendedS3DestinationConfiguration",
            "VpcConfiguration, VpcConfiguration", "S3BackupMode, S3BackupMode", "ORCSerDe, OrcSerDe",
            "iot-data, IotData"})
    void javaTypesHaveNoRunsOfCapitals(String name, String written) {
        assertThat(Names.type(name)).isEqualTo(written);
    }
}
