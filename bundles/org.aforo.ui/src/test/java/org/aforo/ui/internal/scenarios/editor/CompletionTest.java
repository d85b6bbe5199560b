package org.aforo.ui.internal.scenarios.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.junit.jupiter.api.Test;

/** What is offered without a bench. */
class CompletionTest {

    private static final String SETUP = """
            setup:
              - s3.CreateBucket: { Bucket: landing }
              - kinesis.CreateStream: { StreamName: ticks, ShardCount: 1 }
              - firehose.CreateDeliveryStream: { DeliveryStreamName: quotes }
            producers:
              - { name: ticker, demo: ticker, to: "firehose:quotes" }
            """;

    private final Completion completion = new Completion(new ScenarioSchema());

    private List<ICompletionProposal> at(String text) {
        return completion.propose(text, text.length());
    }

    private List<String> shown(String text) {
        return at(text).stream().map(ICompletionProposal::getDisplayString).toList();
    }

    @Test
    void offersTheKeysThatAreNotThereYet() {
        assertThat(shown("name: a\nclock: 2\n")).contains("setup", "run", "expect").doesNotContain("name", "clock");
        assertThat(shown("ex")).containsExactly("expect");
    }

    @Test
    void offersValues() {
        assertThat(shown("expect:\n  - flushes: { reasons: [")).contains("SIZE", "INTERVAL");
        assertThat(shown("faults:\n  - throttle: ")).containsExactly("true", "false");
    }

    @Test
    void offersNamesThatTheFileGives() {
        assertThat(shown(SETUP + "  - name: b\n    to: ")).containsExactly("firehose:quotes", "kinesis:ticks");
        assertThat(shown(SETUP + "expect:\n  - delivered: { from: [")).containsExactly("ticker");
        assertThat(shown(SETUP + "expect:\n  - delivered: { bucket: ")).containsExactly("landing");
    }

    @Test
    void offersWhatStepsConsumersAndChartsHave() {
        assertThat(shown(SETUP + "steps:\n  - ")).contains("at", "as");
        assertThat(shown(SETUP + "consumers:\n  - from: ")).containsExactly("kinesis:ticks");
        assertThat(shown(SETUP + "expect:\n  - received: { from: [")).containsExactly("ticker");
        assertThat(shown("charts:\n  - figure: ")).contains("records", "delay");
    }

    @Test
    void aKeyOfAListBeginsItsFirstItem() {
        Document document = new Document("name: a\nexp");

        at(document.get()).getFirst().apply(document);

        assertThat(document.get()).isEqualTo("name: a\nexpect:\n  - ");
    }

    @Test
    void tellsWhatIsSaidOfAKey() {
        assertThat(at("clo").getFirst().getAdditionalProposalInfo()).contains("Bench seconds per real second")
                .contains("1");
    }

    @Test
    void offersNothingWhereNothingIsKnown() {
        assertThat(shown("nonsense:\n  deep: { ")).isEmpty();
    }
}
