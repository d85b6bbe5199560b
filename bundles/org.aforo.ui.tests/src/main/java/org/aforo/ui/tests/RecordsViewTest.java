package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.aforo.client.LiveResource;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Records view on a stream. */
class RecordsViewTest {

    private static final String VIEW = "org.aforo.ui.records";
    private static final String ARN = "arn:aws:kinesis:" + TickerBench.ACCOUNT + "stream/records-test";
    private static final int SEQUENCE = 0;
    private static final int KEY = 2;
    private static final int DATA = 5;

    private Composite part;

    @BeforeEach
    void aStream() {
        TickerBench.call("kinesis", "CreateStream", "{'StreamName':'records-test','ShardCount':1}");
        LiveResource stream = TickerBench.active(ARN);
        part = Ui.control(TickerBench.showIn(VIEW, stream));
    }

    @AfterEach
    void nothingStays() {
        Ui.type(search(), "");
        TickerBench.call("kinesis", "DeleteStream", "{'StreamName':'records-test'}");
        Ui.until("the stream to go", () -> TickerBench.bench().resource(ARN).isEmpty());
    }

    @Test
    void whatIsSentIsSeen() {
        Ui.until("that there is nothing", () -> says("No records in records-test yet."));

        send("k-1", "{\"price\": 12}");
        TableItem first = row(0);
        assertThat(first.getText(KEY)).isEqualTo("k-1");
        assertThat(first.getText(DATA)).isEqualTo("{\"price\": 12}");

        send("k-2", "{\"price\": 99}");
        assertThat(row(1).getText(KEY)).isEqualTo("k-2");
    }

    @Test
    void aSequenceNumberIsSeenToItsEnd() {
        send("k-1", "{}");
        String shown = row(0).getText(SEQUENCE);
        GC gc = new GC(table());
        try {
            assertThat(table().getColumn(SEQUENCE).getWidth()).as(shown).isGreaterThan(gc.textExtent(shown).x);
        } finally {
            gc.dispose();
        }
    }

    @Test
    void whatIsNotJsonIsNotSentAsSuch() {
        Ui.dialog(() -> Ui.run(VIEW + ".send"), shell -> {
            Ui.type(Ui.named(shell, Text.class, "Data"), "{\"price\":");
            Button send = Ui.named(shell, Button.class, "Send");
            assertThat(send.isEnabled()).isFalse();
            Ui.type(Ui.named(shell, Text.class, "Data"), "{}");
            assertThat(send.isEnabled()).isTrue();
            shell.close();
        });
    }

    @Test
    void aSearchFindsSelectsAndShows() {
        put("one", "{\"price\":1}");
        put("two", "{\"price\":20}");
        put("three", "{\"price\":30}");
        row(2);

        Ui.type(search(), "$.price > 10");
        Ui.until("what was found", () -> says("2 found"));
        table().deselectAll();
        Ui.run(VIEW + ".next");
        assertThat(table().getSelection()[0].getText(KEY)).isEqualTo("two");
        Ui.run(VIEW + ".next");
        assertThat(table().getSelection()[0].getText(KEY)).isEqualTo("three");
        Ui.run(VIEW + ".previous");
        Ui.until("its JSON", () -> Ui.all(part, StyledText.class).stream()
                .anyMatch(text -> text.getText().contains("\"price\" : 20")));
    }

    @Test
    void aRecordIsCopiedAndSaved(@TempDir Path folder) throws IOException {
        put("it", "{\"a\":1}");
        row(0);
        table().setSelection(0);

        Ui.run(VIEW + ".copyHex");
        Clipboard clipboard = new Clipboard(Ui.display());
        assertThat(clipboard.getContents(TextTransfer.getInstance())).isEqualTo("7b2261223a317d");
        clipboard.dispose();

        Path file = folder.resolve("record.json");
        Ui.run(VIEW + ".save", "file", file.toString());
        Ui.until("the file", () -> file.toFile().length() > 0);
        assertThat(Files.readString(file)).isEqualTo("{\"a\":1}");
    }

    @Test
    void pausedItWaits() {
        put("before", "{}");
        row(0);
        Ui.run(VIEW + ".pause");
        put("after", "{}");
        Ui.pump(java.time.Duration.ofSeconds(2));
        assertThat(table().getItemCount()).isEqualTo(1);

        Ui.run(VIEW + ".pause");
        row(1);
    }

    private void send(String key, String json) {
        Ui.dialog(() -> Ui.run(VIEW + ".send"), shell -> fill(shell, key, json));
    }

    private static void fill(Shell shell, String key, String json) {
        Ui.type(Ui.named(shell, Text.class, "Key"), key);
        Ui.type(Ui.named(shell, Text.class, "Data"), json);
        Ui.click(Ui.named(shell, Button.class, "Send"));
    }

    private static void put(String key, String data) {
        TickerBench.call("kinesis", "PutRecord", "{'StreamName':'records-test','PartitionKey':'%s','Data':'%s'}"
                .formatted(key, java.util.Base64.getEncoder().encodeToString(data.getBytes())));
    }

    private TableItem row(int index) {
        Ui.until("record " + index, () -> table().getItemCount() > index);
        TableItem item = table().getItem(index);
        item.getText();
        return item;
    }

    private Table table() {
        return Ui.find(part, Table.class, found -> found.getColumnCount() == DATA + 1);
    }

    private Text search() {
        return Ui.find(part, Text.class, found -> found.getMessage().startsWith("Text or"));
    }

    private boolean says(String words) {
        return Ui.all(part, Label.class).stream().map(Label::getText).toList().contains(words);
    }
}
