package org.aforo.ui.internal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final String INPUT = """
            {"DeliveryStreamName":"a b","Tags":[{"Key":"ok"},{"Key":""}],
             "ExtendedS3DestinationConfiguration":{"BufferingHints":{"SizeInMBs":0}}}""";
    private static final String ANSWER = """
            {"valid":false,"code":"ValidationException","message":"4 validation errors detected: ...","violations":[
             {"member":"deliveryStreamName","message":"name"},
             {"member":"extendedS3DestinationConfiguration.roleARN","message":"role"},
             {"member":"extendedS3DestinationConfiguration.bufferingHints.sizeInMBs","message":"size"},
             {"member":"tags.2.member.key","message":"key"},
             {"member":"nowhere.at","message":"lost"}]}""";

    @Test
    void eachOfAwsWordsIsAtItsField() {
        GroupNode root = GroupNode.root(Recorded.input("firehose-CreateDeliveryStream"));
        root.fill(Recorded.of(INPUT));

        Findings findings = Findings.of(root, Verdict.of(Recorded.of(ANSWER)));

        ListNode tags = (ListNode) root.at("Tags").orElseThrow();
        FormNode key = ((GroupNode) tags.entries().get(1)).at("Key").orElseThrow();
        assertThat(findings.at().get(root.at("DeliveryStreamName").orElseThrow())).isEqualTo("name");
        assertThat(findings.at().get(root.at("ExtendedS3DestinationConfiguration.RoleARN").orElseThrow()))
                .isEqualTo("role");
        assertThat(findings.at()
                .get(root.at("ExtendedS3DestinationConfiguration.BufferingHints.SizeInMBs").orElseThrow()))
                .isEqualTo("size");
        assertThat(findings.at().get(key)).isEqualTo("key");
        assertThat(findings.elsewhere()).containsExactly("lost");
    }

    @Test
    void keysOfMapsMayHaveDots() {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-AddTagsToStream"));
        root.fill(Recorded.of("{\"Tags\":{\"a\":\"1\",\"a.member.b\":\"2\"}}"));
        MapNode tags = (MapNode) root.at("Tags").orElseThrow();

        assertThat(Places.find(root, "tags.a.member.b.member")).containsSame(tags.pairs().get(1).value());
        assertThat(Places.find(root, "tags.a.member")).containsSame(tags.pairs().get(0).value());
        assertThat(Places.find(root, "tags.gone.member")).containsSame(tags);
    }

    @Test
    void aPathThatLeadsTooFarEndsAtTheLastFieldOnTheWay() {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-PutRecords"));

        assertThat(Places.find(root, "records.7.member.data")).containsSame(root.at("Records").orElseThrow());
        assertThat(Places.find(root, "records")).containsSame(root.at("Records").orElseThrow());
    }

    @Test
    void anInputThatCanNotBeReadHasItsWordsElsewhere() {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-CreateStream"));

        Findings findings = Findings.of(root, Verdict.of(Recorded.of("""
                {"valid":false,"code":"SerializationException","message":"","violations":[]}""")));

        assertThat(findings.at()).isEmpty();
        assertThat(findings.elsewhere()).containsExactly("SerializationException");
    }

    @Test
    void nothingIsAgainstAGoodInput() {
        assertThat(Verdict.of(Recorded.of("{\"valid\":true}"))).isSameAs(Verdict.VALID);
    }
}
