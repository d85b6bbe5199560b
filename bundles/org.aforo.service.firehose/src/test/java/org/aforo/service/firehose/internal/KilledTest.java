package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bench delivers that follows one that was killed. */
class KilledTest {

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    @Test
    void everythingAcknowledgedIsDelivered() {
        hose.created(Map.of());
        hose.put("delivered\n");
        hose.advance(60);
        List<String> sent = IntStream.range(0, 300).mapToObj(i -> i + "\n").toList();
        hose.putBatch(sent);

        try (Hose next = Hose.after(hose.snapshot())) {
            next.advance(60);

            assertThat(next.delivered()).isEqualTo(String.join("", sent));
        }
    }

    @Test
    void anObjectWhoseDeliveryWasNotKeptIsDeliveredAgain() {
        hose.created(Map.of());
        List<Path> snapshots = new ArrayList<>();
        hose.store.whenStored(() -> snapshots.add(hose.snapshot()));
        hose.put("a");
        hose.put("b");
        hose.advance(60);
        assertThat(hose.delivered()).isEqualTo("ab");

        try (Hose next = Hose.after(snapshots.getFirst())) {
            next.put("c");
            next.advance(60);

            assertThat(next.delivered()).isEqualTo("abc");
        }
    }

    @Test
    void whatWasReadOfASourceIsNeitherLostNorReadTwice() {
        hose.create(Map.of("DeliveryStreamType", "KinesisStreamAsSource", "KinesisStreamSourceConfiguration",
                Map.of("KinesisStreamARN", Hose.STREAM, "RoleARN", Hose.ROLE), "ExtendedS3DestinationConfiguration",
                Hose.lab()));
        hose.advance(2);
        hose.stream.put("shard-0", "read ");
        hose.advance(2);

        try (Hose next = Hose.after(hose.snapshot())) {
            next.stream.put("shard-0", "read ");
            next.stream.put("shard-0", "unread ");
            next.advance(62);

            assertThat(next.delivered()).isEqualTo("read unread ");
        }
    }

    @Test
    void aHalfDeletedStreamsDataDoesNotComeBack() {
        hose.created(Map.of());
        hose.put("old");
        hose.call("DeleteDeliveryStream");

        try (Hose next = Hose.after(hose.snapshot())) {
            assertThat(next.describe()).containsEntry("DeliveryStreamStatus", "DELETING");
            next.advance(1);
            next.created(Map.of());
            next.advance(60);

            assertThat(next.store.objects).isEmpty();
        }
    }
}
