package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SourceTest {

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    private void create() {
        hose.create(Map.of("DeliveryStreamType", "KinesisStreamAsSource", "KinesisStreamSourceConfiguration",
                Map.of("KinesisStreamARN", Hose.STREAM, "RoleARN", Hose.ROLE), "ExtendedS3DestinationConfiguration",
                Hose.lab()));
    }

    @Test
    void readsWhatComesAfterItsCreationOfEveryShard() {
        hose.stream.put("shard-0", "before");
        create();
        hose.stream.put("shard-0", "a1 ");
        hose.stream.put("shard-1", "b1 ");
        hose.advance(2);
        hose.stream.put("shard-0", "a2 ");
        hose.advance(62);

        assertThat(hose.delivered()).isEqualTo("a1 b1 a2 ");
        assertThat(hose.resource().in().snapshot().records()).isEqualTo(3);
    }

    @Test
    void tellsWhereItReadsAndWhereItDelivers() {
        create();

        assertThat(hose.resource().links()).extracting(link -> link.label() + ' ' + link.to())
                .containsExactly("source " + Hose.STREAM, "delivers to arn:aws:s3:::bolsa");
    }

    @Test
    void followsNewShardsFromTheirBeginningAfterTheirParents() {
        create();
        hose.advance(2);
        hose.stream.put("shard-0", "parent ");
        hose.stream.end("shard-0");
        hose.stream.shard("shard-2");
        hose.stream.put("shard-2", "child ");

        hose.advance(62);

        assertThat(hose.delivered()).isEqualTo("parent child ");
    }

    @Test
    void goesOnAfterARestartWhereItWas() {
        create();
        hose.advance(2);
        hose.stream.put("shard-0", "delivered ");
        hose.advance(62);
        hose.stream.put("shard-0", "copied ");
        hose.stream.put("shard-1", "copied too ");
        hose.advance(2);
        hose.stream.put("shard-0", "unread ");
        hose.stream.shard("shard-2");
        hose.stream.put("shard-2", "new ");

        hose.restart();
        hose.advance(62);
        hose.restart();
        hose.advance(62);

        assertThat(hose.delivered()).isEqualTo("delivered copied copied too unread new ");
    }

    @Test
    void endedShardsAreNotReadAgainAfterARestart() {
        create();
        hose.advance(2);
        hose.stream.put("shard-0", "a ");
        hose.stream.end("shard-0");
        hose.advance(2);

        hose.restart();
        hose.advance(62);

        assertThat(hose.delivered()).isEqualTo("a ");
    }

    @Test
    void readsNoMoreThanThereIsRoomFor() {
        create();
        hose.bench.bench().quotas().override("firehose.backlog-bytes", 4L);
        hose.store.buckets.clear();
        hose.stream.put("shard-0", "12345");
        hose.advance(62);
        hose.stream.put("shard-0", "6");
        hose.advance(5);
        assertThat(hose.resource().in().snapshot().records()).isEqualTo(1);

        hose.store.bucket("bolsa");
        hose.advance(130);

        assertThat(hose.delivered()).isEqualTo("123456");
    }

    @Test
    void goesOnWhenTheStreamsServiceComesBack() {
        create();
        hose.advance(2);
        hose.bench.without("kinesis");
        hose.advance(5);
        assertThat(hose.events("source-failed")).hasSize(1);
        assertThat(hose.resource().attributes()).containsKey("source trouble");

        hose.stream.put("shard-0", "a");
        hose.bench.with(b -> hose.stream);
        hose.advance(62);

        assertThat(hose.delivered()).isEqualTo("a");
        assertThat(hose.resource().attributes()).doesNotContainKey("source trouble");
    }

    @Test
    void directPutsAreRefused() {
        create();
        hose.advance(1);

        assertThatThrownBy(() -> hose.put("a"))
                .hasMessage("This operation is not permitted on KinesisStreamAsSource delivery stream type.")
                .extracting("code").isEqualTo("InvalidArgumentException");
        assertThatThrownBy(() -> hose.putBatch(List.of("a"))).extracting("code")
                .isEqualTo("InvalidArgumentException");
    }

    @Test
    void descriptionAndResourceTellOfTheSource() {
        create();

        assertThat(hose.describe()).containsEntry("DeliveryStreamType", "KinesisStreamAsSource");
        assertThat(hose.describe().get("Source")).asString().contains(Hose.STREAM, Hose.ROLE);
        assertThat(hose.resource().attributes()).containsEntry("source", Hose.STREAM);
    }

    @Test
    void missingStreamsAreRefusedAndLeaveNothing() {
        assertThatThrownBy(() -> hose.create(Map.of("DeliveryStreamType", "KinesisStreamAsSource",
                "KinesisStreamSourceConfiguration",
                Map.of("KinesisStreamARN", Hose.STREAM + "2", "RoleARN", Hose.ROLE),
                "ExtendedS3DestinationConfiguration", Hose.lab())))
                .hasMessageStartingWith("The source stream " + Hose.STREAM + "2 cannot be read: ")
                .extracting("code").isEqualTo("InvalidArgumentException");
        assertThat(hose.call("ListDeliveryStreams", Map.of()).get("DeliveryStreamNames")).asInstanceOf(LIST)
                .isEmpty();
    }
}
