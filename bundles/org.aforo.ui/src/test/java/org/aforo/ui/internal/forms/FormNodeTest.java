package org.aforo.ui.internal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FormNodeTest {

    @Test
    void whatIsLeftEmptyIsNotSent() {
        GroupNode root = GroupNode.root(Recorded.input("firehose-CreateDeliveryStream"));
        assertThat(root.json()).contains(Recorded.of("{}"));

        scalar(root, "ExtendedS3DestinationConfiguration.BufferingHints.SizeInMBs").text("5");
        scalar(root, "DeliveryStreamName").text("x");
        scalar(root, "DeliveryStreamName").text("");

        assertThat(root.json()).contains(Recorded.of(
                "{\"ExtendedS3DestinationConfiguration\":{\"BufferingHints\":{\"SizeInMBs\":5}}}"));
    }

    @Test
    void aStructureSwitchedOnGoesEmptyAndSwitchedOffNotAtAll() {
        GroupNode root = GroupNode.root(Recorded.input("firehose-CreateDeliveryStream"));
        GroupNode destination = (GroupNode) root.at("ExtendedS3DestinationConfiguration").orElseThrow();

        destination.on(true);
        assertThat(root.json()).contains(Recorded.of("{\"ExtendedS3DestinationConfiguration\":{}}"));

        scalar(root, "ExtendedS3DestinationConfiguration.Prefix").text("datos/");
        destination.on(false);
        assertThat(root.json()).contains(Recorded.of("{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"StreamName\":\"a\",\"Data\":\"aGVsbG8=\",\"PartitionKey\":\"k\"}",
            "{\"Data\":\"AAEC/w==\",\"PartitionKey\":\"\\u00f1\\n\"}",
            "{\"StreamName\":\"\",\"Data\":\"\"}",
            "{\"Unknown\":{\"kept\":[1,2]},\"Data\":\"not base64!\"}"})
    void jsonGoesInAndComesOutTheSame(String text) {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-PutRecord"));

        root.fill(Recorded.of(text));

        assertThat(root.json()).contains(Recorded.of(text));
    }

    @Test
    void listsAndMapsGoInAndComeOutTheSame() {
        JsonNode records = Recorded.of("{\"Records\":[{\"Data\":\"aGk=\",\"PartitionKey\":\"1\"},{}]}");
        GroupNode put = GroupNode.root(Recorded.input("kinesis-PutRecords"));
        put.fill(records);
        assertThat(put.json()).contains(records);

        JsonNode tags = Recorded.of("{\"StreamName\":\"s\",\"Tags\":{\"a.b\":\"1\",\"c\":\"\"}}");
        GroupNode create = GroupNode.root(Recorded.input("kinesis-AddTagsToStream"));
        create.fill(tags);
        assertThat(create.json()).contains(tags);
    }

    @Test
    void emptyListsAndMapsThatWereGivenAreSent() {
        GroupNode put = GroupNode.root(Recorded.input("kinesis-PutRecords"));
        put.fill(Recorded.of("{\"Records\":[]}"));
        assertThat(put.json()).contains(Recorded.of("{\"Records\":[]}"));

        GroupNode tags = GroupNode.root(Recorded.input("kinesis-AddTagsToStream"));
        tags.fill(Recorded.of("{\"Tags\":{}}"));
        assertThat(tags.json()).contains(Recorded.of("{\"Tags\":{}}"));
    }

    @Test
    void fillingAnewForgetsWhatWasThere() {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-CreateStream"));
        root.fill(Recorded.of("{\"StreamName\":\"a\",\"Odd\":1,\"Tags\":{\"k\":\"v\"}}"));

        root.fill(Recorded.of("{\"ShardCount\":3}"));

        assertThat(root.json()).contains(Recorded.of("{\"ShardCount\":3}"));
    }

    @Test
    void entriesAreAddedAndRemoved() {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-PutRecords"));
        ListNode records = (ListNode) root.at("Records").orElseThrow();

        FormNode first = records.add();
        records.add();
        records.remove(first);
        assertThat(root.json()).contains(Recorded.of("{\"Records\":[{}]}"));

        records.remove(records.entries().get(0));
        assertThat(root.json()).contains(Recorded.of("{}"));
    }

    @ParameterizedTest
    @CsvSource({"integer, 5, 5", "integer, ' 12 ', 12", "integer, five, '\"five\"'", "integer, 1.5, '\"1.5\"'",
            "integer, 99999999999999999999, 99999999999999999999", "number, 1.5, 1.5",
            "number, 1e999999, '\"1e999999\"'",
            "boolean, true, true", "boolean, false, false", "boolean, yes, '\"yes\"'", "string, 5, '\"5\"'"})
    void aTextGoesAsItsTypeOrAsItWasTyped(String type, String text, String json) {
        ScalarNode node = new ScalarNode(Schema.of(Recorded.of("{\"type\":\"" + type + "\"}")));

        node.text(text);

        assertThat(node.json().orElseThrow()).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T12:00:00Z, '\"2026-01-31T12:00:00Z\"'", "1769860800, 1769860800",
            "1769860800.5, 1.7698608005E9", "soon, '\"soon\"'"})
    void timesGoAsTextOrAsSeconds(String text, String json) {
        ScalarNode node = new ScalarNode(Schema.of(Recorded.of("{\"type\":\"string\",\"format\":\"date-time\"}")));

        node.text(text);

        assertThat(node.json().orElseThrow()).hasToString(json);
    }

    private static ScalarNode scalar(GroupNode root, String path) {
        return (ScalarNode) root.at(path).orElseThrow();
    }
}
