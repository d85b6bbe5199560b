package org.aforo.service.queues.internal;

import java.util.List;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.bodies;
import static org.aforo.service.queues.internal.EngineBench.handle;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.assertj.core.api.Assertions.assertThat;

class VisibilityTest {

    private final EngineBench engine = new EngineBench();
    private final Queue queue = engine.queue("orders");

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aReceivedMessageIsHiddenForTheQueuesTimeout() {
        send(queue, "a");
        assertThat(bodies(receive(queue, 10))).containsExactly("a");

        engine.seconds(29);
        assertThat(receive(queue, 10)).isEmpty();
        assertThat(queue.counts()).extracting(QueueCounts::visible, QueueCounts::inFlight).containsExactly(0L, 1L);

        engine.seconds(1);
        assertThat(queue.counts()).extracting(QueueCounts::visible, QueueCounts::inFlight).containsExactly(1L, 0L);
        assertThat(bodies(receive(queue, 10))).containsExactly("a");
    }

    @Test
    void aReceiveCanHideForLongerOrNotAtAll() {
        send(queue, "a");

        assertThat(receive(queue, new ReceiveSpec(1, 0, 0, null))).hasSize(1);
        assertThat(receive(queue, new ReceiveSpec(1, 0, 60, null))).hasSize(1);
        engine.seconds(59);
        assertThat(receive(queue, 1)).isEmpty();
        engine.seconds(1);

        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void receivesAreCountedAndTheFirstIsRemembered() {
        send(queue, "a");
        long first = receive(queue, 1).getFirst().firstReceivedAt();
        engine.seconds(30);

        Received second = receive(queue, 1).getFirst();

        assertThat(second.receiveCount()).isEqualTo(2);
        assertThat(second.firstReceivedAt()).isEqualTo(first);
    }

    @Test
    void aDeletedMessageDoesNotComeBack() {
        send(queue, "a");
        String handle = handle(receive(queue, 1));

        assertThat(queue.delete(List.of(handle))).containsExactly((AwsError) null);
        engine.seconds(31);

        assertThat(receive(queue, 1)).isEmpty();
        assertThat(queue.delete(List.of(handle))).as("again").containsOnlyNulls();
    }

    @Test
    void anOldHandleDeletesNothingThoughItSucceeds() {
        send(queue, "a");
        String old = handle(receive(queue, 1));
        engine.seconds(30);
        receive(queue, 1);

        assertThat(queue.delete(List.of(old))).containsOnlyNulls();

        engine.seconds(30);
        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void aHandleIsGoodAfterItsTimeoutAsLongAsNobodyElseReceived() {
        send(queue, "a");
        String handle = handle(receive(queue, 1));
        engine.seconds(31);

        queue.delete(List.of(handle));

        assertThat(receive(queue, 1)).isEmpty();
        assertThat(queue.counts().visible()).isZero();
    }

    @Test
    void whatIsNoHandleIsTold() {
        Queue other = engine.queue("other");
        send(other, "b");
        String foreign = handle(receive(other, 1));

        assertThat(queue.delete(List.of("nonsense", foreign))).extracting(error -> error.code())
                .containsExactly("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid");
    }

    @Test
    void visibilityIsChangedFromNowOn() {
        send(queue, "a");
        String handle = handle(receive(queue, 1));
        engine.seconds(20);
        assertThat(change(handle, 100)).isNull();

        engine.seconds(99);
        assertThat(receive(queue, 1)).isEmpty();
        engine.seconds(1);

        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void aMessageIsGivenBackByVisibilityZero() {
        send(queue, "a");

        change(handle(receive(queue, 1)), 0);

        assertThat(receive(queue, 1)).hasSize(1);
    }

    @Test
    void aMessageIsHiddenForTwelveHoursInAllAtMost() {
        send(queue, "a");
        String handle = handle(receive(queue, 1));
        engine.seconds(10);

        assertThat(change(handle, 43_200)).hasMessageContaining("Total VisibilityTimeout for the message is beyond the "
                + "limit [43200 seconds]");
        assertThat(change(handle, 43_190)).isNull();
    }

    @Test
    void onlyMessagesInFlightCanBeChanged() {
        send(queue, "a");
        String handle = handle(receive(queue, 1));
        engine.seconds(30);
        assertThat(change(handle, 5).code()).isEqualTo("MessageNotInflight");

        queue.delete(List.of(handle));
        assertThat(change(handle, 5)).hasMessageContaining("Message does not exist or is not available");
    }

    private AwsError change(String handle, int seconds) {
        return queue.changeVisibility(List.of(new VisibilityChange(handle, seconds))).getFirst();
    }
}
