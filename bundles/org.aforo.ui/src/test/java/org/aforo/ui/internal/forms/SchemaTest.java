package org.aforo.ui.internal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.aforo.ui.internal.forms.Schema.Member;
import org.aforo.ui.internal.forms.Schema.Type;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void membersComeInTheModelsOrderWithTheirTypes() {
        Schema put = Recorded.input("kinesis-PutRecord");

        assertThat(put.type()).isEqualTo(Type.STRUCTURE);
        assertThat(put.members()).extracting(Member::name).containsExactly("StreamName", "Data", "PartitionKey",
                "ExplicitHashKey", "SequenceNumberForOrdering", "StreamARN");
        assertThat(put.members()).filteredOn(Member::required).extracting(Member::name)
                .containsExactly("Data", "PartitionKey");
        assertThat(put.member("Data").orElseThrow().schema().type()).isEqualTo(Type.BLOB);
        assertThat(put.member("StreamName").orElseThrow().documentation()).startsWith("The name of the stream");
    }

    @Test
    void referencesLeadToTheDefinitions() {
        Schema create = Recorded.input("firehose-CreateDeliveryStream");

        Schema destination = create.member("ExtendedS3DestinationConfiguration").orElseThrow().schema();

        assertThat(destination.structureName()).contains("ExtendedS3DestinationConfiguration");
        assertThat(destination.member("CompressionFormat").orElseThrow().schema().values())
                .containsExactly("UNCOMPRESSED", "GZIP", "ZIP", "Snappy", "HADOOP_SNAPPY");
        assertThat(destination.member("CloudWatchLoggingOptions").orElseThrow().schema().member("Enabled")
                .orElseThrow().schema().type()).isEqualTo(Type.BOOLEAN);
    }

    @Test
    void listsMapsTimesAndStreamsAreTold() {
        assertThat(Recorded.input("kinesis-PutRecords").member("Records").orElseThrow().schema().item()
                .structureName()).contains("PutRecordsRequestEntry");
        Schema tags = Recorded.input("kinesis-AddTagsToStream").member("Tags").orElseThrow().schema();
        assertThat(tags.type()).isEqualTo(Type.MAP);
        assertThat(tags.value().type()).isEqualTo(Type.TEXT);
        assertThat(Recorded.input("kinesis-GetShardIterator").member("Timestamp").orElseThrow().schema().type())
                .isEqualTo(Type.TIME);
        assertThat(Recorded.input("s3-PutObject").member("Body").orElseThrow().schema().streaming()).isTrue();
    }

    @Test
    void limitsAreToldForPeople() {
        assertThat(limits("{\"type\":\"integer\",\"minimum\":1,\"maximum\":128}")).isEqualTo("1 \u2013 128");
        assertThat(limits("{\"type\":\"string\",\"minLength\":1}")).isEqualTo("\u2265 1");
        assertThat(limits("{\"type\":\"string\",\"x-maxBytes\":1024,\"contentEncoding\":\"base64\"}"))
                .isEqualTo("\u2264 1024");
        assertThat(limits("{\"type\":\"boolean\"}")).isEmpty();
    }

    private static String limits(String json) {
        return Schema.of(Recorded.of(json)).limits();
    }
}
