package org.aforo.service.streams.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aforo.api.Action;
import org.aforo.api.Action.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.streams.internal.StreamsBench.list;
import static org.assertj.core.api.Assertions.assertThat;

/** What a person is offered to do with streams and shards: members of the model, words in two languages; it works. */
class ActionsTest {

    private final StreamsBench streams = new StreamsBench().stream("ticks", 2);
    private final List<Action> actions = streams.bench.service("kinesis").actions();

    @AfterEach
    void close() {
        streams.close();
    }

    @Test
    void membersAreTheModels() {
        for (Action action : actions) {
            Map<?, ?> members = (Map<?, ?>) streams.bench.dispatcher().describe("kinesis", action.operation()).input()
                    .get("properties");
            assertThat(members.keySet().stream().map(String.class::cast)).as(action.operation())
                    .containsAll(action.bind().keySet())
                    .containsAll(fields(action).map(field -> field.member().split("\\.")[0]).toList());
        }
    }

    @Test
    void wordsAreSpanishToo() {
        for (Action action : actions) {
            assertThat(action.title().in("es")).isNotBlank().isNotEqualTo(action.title().in("en"));
            fields(action).forEach(field -> assertThat(field.help().in("es")).isNotBlank()
                    .isNotEqualTo(field.help().in("en")));
        }
    }

    @Test
    void whatTheLimitsOfAStreamAreCanBeChanged() {
        act("UpdateShardCount", Map.of("TargetShardCount", 4));
        act("IncreaseStreamRetentionPeriod", Map.of("RetentionPeriodHours", 48));
        act("AddTagsToStream", Map.of("Tags", Map.of("team", "a", "cost", "b")));
        act("RemoveTagsFromStream", Map.of("TagKeys", List.of("cost")));

        assertThat(summary()).containsEntry("OpenShardCount", 4).containsEntry("RetentionPeriodHours", 48);
        assertThat(streams.call("ListTagsForStream", "StreamName", "ticks").get("Tags"))
                .isEqualTo(List.of(Map.of("Key", "team", "Value", "a")));

        act("DecreaseStreamRetentionPeriod", Map.of("RetentionPeriodHours", 24));
        act("UpdateStreamMode", Map.of("StreamModeDetails", Map.of("StreamMode", "ON_DEMAND")));

        assertThat(summary()).containsEntry("RetentionPeriodHours", 24).containsEntry("StreamModeDetails",
                Map.of("StreamMode", "ON_DEMAND"));
    }

    @Test
    void shardsAreMergedAndSplit() {
        act("MergeShards", Map.of("AdjacentShardToMerge", "shardId-000000000001"));
        assertThat(summary()).containsEntry("OpenShardCount", 1);

        act("SplitShard", Map.of("ShardToSplit", "shardId-000000000002", "NewStartingHashKey", "1000"));
        assertThat(list(streams.call("ListShards", "StreamName", "ticks"), "Shards"))
                .extracting(shard -> String.valueOf(shard.get("HashKeyRange")))
                .filteredOn(range -> range.contains("StartingHashKey=1000") || range.contains("EndingHashKey=999,")
                        || range.contains("EndingHashKey=999}"))
                .hasSize(2);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> summary() {
        return (Map<String, Object>) streams.call("DescribeStreamSummary", "StreamName", "ticks")
                .get("StreamDescriptionSummary");
    }

    /** Does it as a person who fills these members in and leaves the others as they are. */
    private void act(String operation, Map<String, Object> filled) {
        Action action = actions.stream().filter(a -> a.operation().equals(operation)).findFirst().orElseThrow();
        String arn = streams.bench.arn("kinesis", "stream/ticks");
        Map<String, Object> input = new HashMap<>(action.bind().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, bound -> bound.getValue().replace("{parent.arn}", arn)
                        .replace("{arn}", arn).replace("{name}", StreamsBench.SHARD))));
        fields(action).filter(field -> field.preset() != null)
                .forEach(field -> input.put(field.member(), field.preset()));
        input.putAll(filled);
        streams.bench.call("kinesis", operation, input);
        streams.advance(Duration.ofSeconds(5));
    }

    private static Stream<Field> fields(Action action) {
        return action.pages().stream().flatMap(page -> page.fields().stream());
    }
}
