package org.aforo.service.streams.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class TagsTest {

    private final StreamsBench streams = new StreamsBench().stream("ticks", 1);

    @AfterEach
    void close() {
        streams.close();
    }

    private Map<String, String> tags(int from, int to) {
        return IntStream.range(from, to).boxed().collect(Collectors.toMap(i -> String.format("key%02d", i), i -> "v"));
    }

    private List<Object> keys(Map<String, Object> page) {
        return list(page, "Tags").stream().map(tag -> tag.get("Key")).toList();
    }

    @Test
    void tagsAreAddedReplacedAndRemoved() {
        streams.call("AddTagsToStream", "StreamName", "ticks", "Tags", Map.of("b", "1", "a", ""));
        streams.call("AddTagsToStream", "StreamARN", streams.bench.arn("kinesis", "stream/ticks"), "Tags",
                Map.of("b", "2", "c \u00f1", "x/y=z"));
        streams.call("RemoveTagsFromStream", "StreamName", "ticks", "TagKeys", List.of("a", "unknown"));

        Map<String, Object> output = streams.call("ListTagsForStream", "StreamName", "ticks");

        assertThat(output).containsEntry("HasMoreTags", false).containsEntry("Tags",
                List.of(Map.of("Key", "b", "Value", "2"), Map.of("Key", "c \u00f1", "Value", "x/y=z")));
    }

    @Test
    void tagsAreListedPageByPage() {
        streams.call("AddTagsToStream", "StreamName", "ticks", "Tags", tags(0, 5));

        Map<String, Object> first = streams.call("ListTagsForStream", "StreamName", "ticks", "Limit", 3);
        Map<String, Object> second = streams.call("ListTagsForStream", "StreamName", "ticks", "Limit", 3,
                "ExclusiveStartTagKey", "key02");

        assertThat(keys(first)).containsExactly("key00", "key01", "key02");
        assertThat(first).containsEntry("HasMoreTags", true);
        assertThat(keys(second)).containsExactly("key03", "key04");
        assertThat(second).containsEntry("HasMoreTags", false);
    }

    @Test
    void aStreamHasAtMostFiftyAndKeepsThemWhenMoreAreRefused() {
        streams.call("AddTagsToStream", "StreamName", "ticks", "Tags", tags(0, 50));

        assertThat(streams.refused("AddTagsToStream", "StreamName", "ticks", "Tags", tags(50, 51))).hasMessage(
                "Failed to add tags to stream ticks under account 000000000000 because a given stream cannot have "
                        + "more than 50 tags associated with it.");
        streams.call("AddTagsToStream", "StreamName", "ticks", "Tags", tags(10, 20));

        assertThat(keys(streams.call("ListTagsForStream", "StreamName", "ticks"))).hasSize(50);
    }

    /** Each way that a tag can be given. */
    private List<AwsError> refusals(Map<String, String> tags) {
        String arn = streams.bench.arn("kinesis", "stream/ticks").toString();
        return List.of(streams.refused("AddTagsToStream", "StreamName", "ticks", "Tags", tags),
                streams.refused("TagResource", "ResourceARN", arn, "Tags", tags),
                streams.refused("CreateStream", "StreamName", "other", "ShardCount", 1, "Tags", tags),
                streams.refused("RegisterStreamConsumer", "StreamARN", arn, "ConsumerName", "app", "Tags", tags));
    }

    @Test
    void theirRulesHoldWhereverTheyAreGiven() {
        assertThat(refusals(Map.of("a*b", "1"))).extracting(AwsError::code, AwsError::getMessage).containsOnly(
                tuple("InvalidArgumentException", "Some tags contain invalid characters. Valid characters: Unicode "
                        + "letters, digits, white space, _ . / = + - % @ :."));
        assertThat(refusals(Map.of("a", "1*"))).extracting(AwsError::code).containsOnly("InvalidArgumentException");
        assertThat(refusals(Map.of("AWS:a", "1"))).extracting(AwsError::code)
                .containsOnly("InvalidArgumentException");
        assertThat(streams.refused("CreateStream", "StreamName", "other", "ShardCount", 1, "Tags", tags(0, 51)))
                .hasMessage("Failed to add tags to stream other under account 000000000000 because a given stream "
                        + "cannot have more than 50 tags associated with it.");
        assertThat(streams.call("ListStreams")).containsEntry("StreamNames", List.of("ticks"));
    }
}
