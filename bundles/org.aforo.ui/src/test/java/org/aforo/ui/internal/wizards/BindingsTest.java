package org.aforo.ui.internal.wizards;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.client.ResourceState;
import org.aforo.ui.internal.forms.GroupNode;
import org.aforo.ui.internal.forms.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingsTest {

    private static final ResourceState STREAM = new ResourceState("arn:stream/a", "kinesis", "stream", "a",
            Optional.empty(), "ACTIVE", Map.of("version", "3"), null, null, List.of(), List.of());
    private static final ResourceState SHARD = new ResourceState("arn:shard/0", "kinesis", "shard", "0",
            Optional.of("arn:stream/a"), "OPEN", Map.of("Some key", "$1\\"), null, null, List.of(), List.of());

    @ParameterizedTest
    @CsvSource({"{name}, 0", "{arn}, arn:shard/0", "{parent.name}, a", "{parent.arn}, arn:stream/a",
            "{attribute:Some key}, $1\\", "{attribute:none}, ''", "{odd}, ''", "destinationId-1, destinationId-1",
            "{parent.name}/{name}, a/0"})
    void placesAreFilledWithTheResource(String template, String text) {
        assertThat(Bindings.text(template, SHARD, Optional.of(STREAM))).isEqualTo(text);
    }

    @Test
    void aParentThatIsNotKnownStillHasItsArn() {
        assertThat(Bindings.text("{parent.arn}|{parent.name}", SHARD, Optional.empty())).isEqualTo("arn:stream/a|");
    }

    @Test
    void boundMembersAreFilledInByTheirType() {
        GroupNode root = GroupNode.root(Recorded.input("kinesis-CreateStream"));

        Bindings.fill(root, Map.of("StreamName", "{name}", "ShardCount", "{attribute:version}", "Odd", "x"), STREAM,
                Optional.empty());

        assertThat(root.json()).contains(Recorded.of("{\"StreamName\":\"a\",\"ShardCount\":3}"));
    }
}
