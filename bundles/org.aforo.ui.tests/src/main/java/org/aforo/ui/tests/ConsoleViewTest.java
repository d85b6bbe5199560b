package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calling any operation by hand. */
class ConsoleViewTest {

    private static final String CONSOLE = "org.aforo.ui.console";

    private BenchConnection bench;
    private Composite view;

    @BeforeEach
    void aConsole() {
        bench = Ui.await("the embedded bench", () -> Connections.shared().all().stream()
                .filter(BenchConnection::embedded).findFirst().orElse(null));
        Ui.until("the connection", () -> bench.state() == BenchConnection.State.LIVE);
        view = Ui.control(Ui.show(CONSOLE));
    }

    @AfterEach
    void nothingStays() throws BenchException {
        bench.control().delete("/faults");
        bench.control().post("/reset", Control.object());
    }

    @Test
    void anOperationIsCalledWithWhatIsFilledIn() {
        choose("kinesis", "CreateStream");
        Ui.type(field("StreamName"), "by-hand");
        Ui.type(field("ShardCount"), "1");
        Ui.until("it is valid", () -> says("Valid"));

        Ui.run(CONSOLE + ".call");

        Ui.until("the answer", () -> saysStart("200 OK"));
        Ui.until("the stream", () -> bench.resources().stream()
                .anyMatch(resource -> resource.state().name().equals("by-hand")));
    }

    @Test
    void whatIsWrongIsToldInAwsWordsWhileTypingAndWhenCalled() {
        choose("kinesis", "DescribeStreamSummary");
        Ui.type(field("StreamName"), "no good");
        Ui.until("AWS's words", () -> Ui.all(view, Label.class).stream().map(Label::getText)
                .anyMatch(text -> text.startsWith("Value 'no good' at 'streamName' failed")));

        Ui.type(field("StreamName"), "missing");
        Ui.until("it is valid", () -> says("Valid"));
        Ui.run(CONSOLE + ".call");

        Ui.until("the error", () -> saysStart("400 ResourceNotFoundException"));
        assertThat(answer().getText()).contains("missing");
    }

    @Test
    void theFormAndTheJsonAreOne() {
        choose("kinesis", "DescribeStreamSummary");
        Ui.type(field("StreamName"), "both");

        Ui.run(CONSOLE + ".switch");
        StyledText json = Ui.named(view, StyledText.class, "JSON");
        assertThat(json.getText()).contains("\"StreamName\" : \"both\"");
        json.setText("{\"StreamName\":\"other\"}");
        Ui.run(CONSOLE + ".switch");

        assertThat(field("StreamName").getText()).isEqualTo("other");
    }

    @Test
    void jsonThatCanNotBeReadIsToldAndNotLost() {
        choose("kinesis", "DescribeStreamSummary");
        Ui.run(CONSOLE + ".switch");
        StyledText json = Ui.named(view, StyledText.class, "JSON");

        json.setText("{\"StreamName\":");
        Ui.until("where it breaks", () -> saysStart("Line 1, column "));
        Ui.run(CONSOLE + ".switch");

        assertThat(json.getText()).isEqualTo("{\"StreamName\":");
        json.setText("{}");
        Ui.run(CONSOLE + ".switch");
    }

    @Test
    void aCallIsCopiedAsACommand() {
        choose("kinesis", "DescribeStreamSummary");
        Ui.type(field("StreamName"), "it's");

        Ui.run(CONSOLE + ".copyCli");

        Clipboard clipboard = new Clipboard(Ui.display());
        assertThat((String) clipboard.getContents(TextTransfer.getInstance()))
                .contains("aws kinesis describe-stream-summary", "--endpoint-url " + bench.endpoint(),
                        "--stream-name 'it'\\''s'");
        clipboard.dispose();
    }

    @Test
    void aRunningCallIsStopped() throws BenchException {
        bench.control().post("/faults", Control.object().put("service", "kinesis").set("effect",
                Control.object().put("type", "latency").put("minMillis", 60_000).put("maxMillis", 60_000)));
        choose("kinesis", "DescribeStreamSummary");
        Ui.type(field("StreamName"), "slow");

        Ui.run(CONSOLE + ".call");
        Ui.until("the call is on its way", () -> saysStart("Calling DescribeStreamSummary"));
        Ui.run(CONSOLE + ".stop");

        Ui.until("it is canceled", () -> saysStart("The call was canceled"));
    }

    private void choose(String service, String operation) {
        choose(Ui.named(view, Text.class, "Service"), service);
        choose(Ui.named(view, Text.class, "Operation"), operation);
        Ui.until("the form of " + operation, () -> Ui.all(view, CTabFolder.class).stream()
                .anyMatch(tabs -> operation.equals(tabs.getData(CONSOLE + ".operation"))));
    }

    /** Names are offered once the bench told them, so it may take more than one try. */
    private static void choose(Text chooser, String name) {
        Ui.until(name, () -> {
            chooser.setText(name);
            chooser.notifyListeners(SWT.DefaultSelection, new Event());
            return chooser.getText().equals(name);
        });
    }

    private Text field(String name) {
        return Ui.named(view, Text.class, name);
    }

    private StyledText answer() {
        return Ui.named(view, StyledText.class, "Answer");
    }

    private boolean says(String words) {
        return Ui.all(view, Label.class).stream().anyMatch(label -> label.getText().equals(words));
    }

    private boolean saysStart(String words) {
        return Ui.all(view, Label.class).stream().anyMatch(label -> label.getText().startsWith(words));
    }
}
