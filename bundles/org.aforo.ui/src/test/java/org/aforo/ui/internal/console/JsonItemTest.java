package org.aforo.ui.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.aforo.client.Control;
import org.aforo.ui.internal.forms.Recorded;
import org.aforo.ui.internal.forms.Schema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

class JsonItemTest {

    @Test
    void bytesThatAreTextAreShownAsTextToo() {
        JsonItem root = JsonItem.root(Recorded.of("{\"Data\":\"aGk=\",\"PartitionKey\":\"aGk=\"}"),
                Recorded.input("kinesis-PutRecord"));

        assertThat(root.children().get(0).text()).isEqualTo("aGk=  \u2192  hi");
        assertThat(root.children().get(1).text()).isEqualTo("aGk=");
    }

    @Test
    void listsAndObjectsTellHowManyThereAre() {
        JsonItem root = JsonItem.root(Recorded.of("{\"a\":[1,{}],\"b\":{\"c\":null}}"), Schema.of(Control.object()));

        assertThat(root.children()).extracting(JsonItem::text).containsExactly("[2]", "{1}");
        assertThat(root.children().get(0).children()).extracting(JsonItem::name).containsExactly("[0]", "[1]");
        assertThat(root.children().get(0).children().get(1).hasChildren()).isFalse();
        assertThat(root.children().get(1).children().get(0).text()).isEqualTo("null");
    }

    @Test
    void whatIsLongIsCut() {
        ArrayNode list = Control.JSON.createArrayNode();
        for (int i = 0; i < JsonItem.MOST + 5; i++) {
            list.add(i);
        }

        JsonItem item = new JsonItem("x", list, Schema.of(Control.object()));

        assertThat(item.children()).hasSize(JsonItem.MOST + 1);
        assertThat(item.children().get(JsonItem.MOST).hasChildren()).isFalse();
    }
}
