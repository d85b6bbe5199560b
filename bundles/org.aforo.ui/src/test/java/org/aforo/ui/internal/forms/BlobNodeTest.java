package org.aforo.ui.internal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.aforo.ui.internal.forms.BlobNode.Form;
import org.junit.jupiter.api.Test;

class BlobNodeTest {

    private final BlobNode blob = new BlobNode(Schema.of(Recorded.of(
            "{\"type\":\"string\",\"contentEncoding\":\"base64\"}")));
    private final BlobNode stream = new BlobNode(Schema.of(Recorded.of(
            "{\"type\":\"string\",\"x-streaming\":true}")));

    @Test
    void textGoesAsBase64() {
        blob.type(Form.TEXT, "\u00f1");

        assertThat(blob.json().orElseThrow().asString()).isEqualTo("w7E=");
    }

    @Test
    void base64ThatIsTextIsShownAsText() {
        blob.fill(Recorded.of("\"w7E=\""));

        assertThat(blob.form()).isEqualTo(Form.TEXT);
        assertThat(blob.text()).isEqualTo("\u00f1");
    }

    @Test
    void base64ThatIsNotTextStaysBase64() {
        blob.fill(Recorded.of("\"AAH/\""));

        assertThat(blob.form()).isEqualTo(Form.BASE64);
        assertThat(blob.json().orElseThrow().asString()).isEqualTo("AAH/");
    }

    @Test
    void whatIsNoBase64GoesAsItWasTyped() {
        blob.type(Form.BASE64, "%%%");

        assertThat(blob.json().orElseThrow().asString()).isEqualTo("%%%");
    }

    @Test
    void turningKeepsTheBytes() {
        blob.type(Form.TEXT, "hi");
        blob.turn(Form.BASE64);
        assertThat(blob.text()).isEqualTo("aGk=");
        blob.turn(Form.TEXT);
        assertThat(blob.text()).isEqualTo("hi");
    }

    @Test
    void bytesThatAreNoTextDoNotTurnIntoText() {
        blob.type(Form.BASE64, "AAH/");

        blob.turn(Form.TEXT);

        assertThat(blob.form()).isEqualTo(Form.BASE64);
        assertThat(blob.text()).isEqualTo("AAH/");
    }

    @Test
    void aFilesBytesGo() {
        blob.file("/tmp/x.bin", new byte[] {0, 1});

        assertThat(blob.json().orElseThrow().asString()).isEqualTo("AAE=");
    }

    @Test
    void aStreamedBodyGoesAsTextAndIsNeverDecoded() {
        stream.fill(Recorded.of("\"aGk=\""));
        assertThat(stream.json().orElseThrow().asString()).isEqualTo("aGk=");

        stream.file("/tmp/x.txt", new byte[] {'o', 'k'});
        assertThat(stream.json().orElseThrow().asString()).isEqualTo("ok");
    }
}
