package org.aforo.ui.internal.wizards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.ui.internal.forms.Recorded;
import org.aforo.ui.internal.forms.ScalarNode;
import org.aforo.ui.internal.forms.Schema;
import org.aforo.ui.internal.forms.Verdict;
import org.junit.jupiter.api.Test;

class ActionFormTest {

    private static final List<BenchAction> ACTIONS = BenchAction.all(Recorded.json("actions-en"));

    private static BenchAction action(String operation) {
        return ACTIONS.stream().filter(action -> action.operation().equals(operation)).findFirst().orElseThrow();
    }

    private static ActionForm lab() {
        return new ActionForm(action("CreateDeliveryStream"), Recorded.input("firehose-CreateDeliveryStream"),
                Optional.empty());
    }

    @Test
    void theLabsPresetsMakeTheLabsRequest() {
        ActionForm form = lab();
        ((ScalarNode) form.root().at("ExtendedS3DestinationConfiguration.BucketARN").orElseThrow())
                .text("arn:aws:s3:::bolsa");

        assertThat(form.json()).isEqualTo(Recorded.of("""
                {"DeliveryStreamName":"kinesis1","DeliveryStreamType":"DirectPut",
                 "ExtendedS3DestinationConfiguration":{"RoleARN":"arn:aws:iam::000000000000:role/LabRole",
                  "BucketARN":"arn:aws:s3:::bolsa","Prefix":"datos/","ErrorOutputPrefix":"errores/",
                  "BufferingHints":{"SizeInMBs":1,"IntervalInSeconds":60},"CompressionFormat":"UNCOMPRESSED",
                  "EncryptionConfiguration":{"NoEncryptionConfig":"NoEncryption"},
                  "CloudWatchLoggingOptions":{"Enabled":true},"ProcessingConfiguration":{"Enabled":false},
                  "DataFormatConversionConfiguration":{"Enabled":false}},
                 "Tags":[{"Key":"desarrollo_kinesis","Value":"bolsa"}]}"""));
    }

    @Test
    void pagesGoTheLabsWay() {
        assertThat(lab().sheets()).extracting(ActionForm.Sheet::title).containsExactly("Source and destination",
                "Name", "Transform and convert records", "Destination settings", "Buffer",
                "Compression, encryption, logging", "Tags", "Permissions and review");
    }

    @Test
    void wordsBelongToThePageThatAsks() {
        ActionForm form = lab();
        Verdict verdict = new Verdict(false, "ValidationException", "all", List.of(
                new Verdict.Violation("extendedS3DestinationConfiguration.bucketARN", "bucket"),
                new Verdict.Violation("tags.1.member.key", "key"),
                new Verdict.Violation("splunkDestinationConfiguration", "splunk")));

        assertThat(form.sheets()).filteredOn(sheet -> !form.words(sheet, verdict).isEmpty())
                .extracting(ActionForm.Sheet::title).containsExactly("Destination settings", "Tags");
        assertThat(form.elsewhere(verdict)).containsExactly("splunk");
    }

    @Test
    void aStructureThatLacksBelongsToThePagesThatAskForWhatIsInIt() {
        ActionForm form = lab();
        Verdict verdict = new Verdict(false, "ValidationException", "all", List.of(
                new Verdict.Violation("extendedS3DestinationConfiguration", "lacks")));

        assertThat(form.elsewhere(verdict)).isEmpty();
        assertThat(form.words(form.sheets().get(3), verdict)).containsExactly("lacks");
        assertThat(form.words(form.sheets().get(1), verdict)).isEmpty();
    }

    @Test
    void anActionWithoutHintsAsksForEverything() {
        BenchAction bare = new BenchAction("id", "kinesis", "stream", BenchAction.Role.CREATE, "CreateStream", "New",
                Map.of(), List.of());

        ActionForm form = new ActionForm(bare, Recorded.input("kinesis-CreateStream"), Optional.empty());

        assertThat(form.sheets()).hasSize(1);
        assertThat(form.sheets().get(0).items().get(0).label()).isEqualTo("StreamName");
        assertThat(form.sheets().get(0).items().get(0).required()).isTrue();
    }

    @Test
    void hintsThatTheModelDoesNotKnowAreLeftOut() {
        BenchAction.Page page = new BenchAction.Page("p", "", List.of(
                new BenchAction.Field("No.Such", "x", "", Optional.of(Recorded.of("1")), Optional.empty()),
                new BenchAction.Field("StreamName", "Name", "", Optional.empty(), Optional.empty())));
        BenchAction action = new BenchAction("id", "kinesis", "stream", BenchAction.Role.CREATE, "CreateStream", "New",
                Map.of(), List.of(page));

        ActionForm form = new ActionForm(action, Recorded.input("kinesis-CreateStream"), Optional.empty());

        assertThat(form.sheets().get(0).members()).containsExactly("StreamName");
        assertThat(form.json()).isEqualTo(Recorded.of("{}"));
    }

    @Test
    void aFieldIsRequiredWhenTheModelSaysSo() {
        Schema model = Recorded.input("firehose-CreateDeliveryStream");
        ActionForm form = new ActionForm(action("CreateDeliveryStream"), model, Optional.empty());

        assertThat(form.sheets().get(3).items()).filteredOn(item -> item.required())
                .extracting(item -> item.label()).containsExactly("S3 bucket");
        assertThat(form.sheets().get(3).items().get(0).choice().orElseThrow().kind()).isEqualTo("bucket");
    }
}
