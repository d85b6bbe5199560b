package org.aforo.service.queues.internal;

import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.EngineBench.name;
import static org.aforo.service.queues.internal.EngineBench.receive;
import static org.aforo.service.queues.internal.EngineBench.refused;
import static org.aforo.service.queues.internal.EngineBench.send;
import static org.assertj.core.api.Assertions.assertThat;

class RegistryTest {

    private final EngineBench engine = new EngineBench();

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void queuesAreListedByPrefixPageByPage() {
        for (String name : new String[] {"b2", "a", "b1", "b3", "c"}) {
            engine.queue(name);
        }
        engine.queues.create(new QueueName("111111111111", "us-east-1", "b9"), QueueSettings.made(false), Map.of());
        QueueName any = name("a");

        assertThat(engine.queues.list(any.account(), any.region(), "b", null)).extracting(q -> q.fullName().name())
                .containsExactly("b1", "b2", "b3");
        assertThat(engine.queues.list(any.account(), any.region(), "b", "b2")).extracting(q -> q.fullName().name())
                .containsExactly("b3");
        assertThat(engine.queues.list(any.account(), any.region(), null, "b3")).extracting(q -> q.fullName().name())
                .containsExactly("c");
    }

    @Test
    void aNameIsFreeAMinuteAfterItsQueueWasDeleted() {
        Queue queue = engine.queue("orders");
        send(queue, "a");
        String handle = receive(queue, 1).getFirst().receiptHandle();
        engine.queues.delete(name("orders"));
        assertThat(refused(() -> send(queue, "b")).code()).isEqualTo("QueueDoesNotExist");
        engine.seconds(59);
        AwsError error = refused(() -> engine.queue("orders"));
        assertThat(error.code()).isEqualTo("QueueDeletedRecently");
        engine.seconds(1);

        Queue anew = engine.queue("orders");

        assertThat(anew.counts().visible()).isZero();
        assertThat(anew.delete(List.of(handle)).getFirst().code()).isEqualTo("ReceiptHandleIsInvalid");
    }

    @Test
    void aNameIsNotFreeSoonerForARestart() {
        engine.queue("orders");
        engine.queue("others");
        engine.queues.delete(name("orders"));
        engine.seconds(20);
        engine.queues.delete(name("others"));
        engine.seconds(30);

        engine.restart();

        assertThat(refused(() -> engine.queue("orders")).code()).isEqualTo("QueueDeletedRecently");
        engine.seconds(10);
        engine.queue("orders");
        assertThat(refused(() -> engine.queue("others")).code()).isEqualTo("QueueDeletedRecently");
        engine.restart();
        assertThat(refused(() -> engine.queue("others")).code()).isEqualTo("QueueDeletedRecently");
        engine.seconds(20);
        engine.queue("others");
    }

    @Test
    void settingsAndTagsOutliveARestart() {
        engine.queue("orders", draft -> draft.visibility(7));
        engine.queues.tag(name("orders"), tags -> Map.of("curso", "ingesta"));

        engine.restart();

        assertThat(engine.again("orders").meta().settings().visibilitySeconds()).isEqualTo(7);
        assertThat(engine.again("orders").meta().tags()).containsEntry("curso", "ingesta");
    }

    @Test
    void sourcesOfADeadLetterQueueAreKnown() {
        Queue dead = engine.queue("dead");
        Queue queue = engine.queue("orders", draft -> draft.redrive(dead, 3));

        assertThat(engine.queues.sourcesOf(dead)).containsExactly(queue);
        assertThat(engine.queues.sourcesOf(queue)).isEmpty();
    }
}
