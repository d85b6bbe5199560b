package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** FIFO queues through the SDK for Java, on a clock that the tests step. */
@Timeout(60)
class SqsFifoTest extends SteppedQueues {

    @Test
    void groupsKeepTheirOrderAndBlockWhileInFlight() {
        String url = fifo(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "10"));
        for (int i = 0; i < 12; i++) {
            send(url, i % 2 == 0 ? "even" : "odd", Integer.toString(i));
        }

        List<Message> first = receive(url);

        assertThat(first).hasSize(10);
        assertThat(receive(url)).as("both groups are blocked").isEmpty();
        first.forEach(message -> delete(url, message));
        List<Message> all = new ArrayList<>(first);
        all.addAll(receive(url));
        assertThat(of("even", all)).containsExactly("0", "2", "4", "6", "8", "10");
        assertThat(of("odd", all)).containsExactly("1", "3", "5", "7", "9", "11");
    }

    @Test
    void whatIsNotDeletedComesAgainFirst() {
        String url = fifo(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "10"));
        send(url, "g", "a");
        send(url, "g", "b");
        Message a = sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(1)).messages().getFirst();
        assertThat(a.body()).isEqualTo("a");

        product.advance(Duration.ofSeconds(10));

        assertThat(bodies(receive(url))).containsExactly("a", "b");
    }

    @Test
    void aRepeatedMessageIsTakenOnceWithinFiveMinutes() {
        String url = fifo(Map.of(QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
        SendMessageResponse first = sqs.sendMessage(r -> r.queueUrl(url).messageGroupId("g").messageBody("x"));
        SendMessageResponse again = sqs.sendMessage(r -> r.queueUrl(url).messageGroupId("g").messageBody("x"));

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.sequenceNumber()).isEqualTo(first.sequenceNumber()).hasSize(20);
        Message only = receive(url).getFirst();
        assertThat(only.attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "g")
                .containsEntry(MessageSystemAttributeName.SEQUENCE_NUMBER, first.sequenceNumber());
        delete(url, only);
        sqs.sendMessage(r -> r.queueUrl(url).messageGroupId("g").messageBody("x"));
        assertThat(receive(url)).as("also once it was deleted").isEmpty();
        product.advance(Duration.ofMinutes(5).plusSeconds(1));
        String later = sqs.sendMessage(r -> r.queueUrl(url).messageGroupId("g").messageBody("x")).sequenceNumber();
        assertThat(later).isGreaterThan(first.sequenceNumber());
        assertThat(receive(url)).hasSize(1);
    }

    @Test
    void whatAFifoQueueNeedsIsAskedFor() {
        String url = fifo(Map.of());

        SqsException group = catchThrowableOfType(SqsException.class,
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x")));
        assertThat(group.awsErrorDetails().errorCode()).isEqualTo("MissingParameter");
        assertThat(group.getMessage()).contains("MessageGroupId");
        SqsException id = catchThrowableOfType(SqsException.class,
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x").messageGroupId("g")));
        assertThat(id.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
        assertThat(id.getMessage()).contains("ContentBasedDeduplication", "MessageDeduplicationId");
        SqsException delay = catchThrowableOfType(SqsException.class, () -> sqs.sendMessage(r -> r.queueUrl(url)
                .messageBody("x").messageGroupId("g").messageDeduplicationId("d").delaySeconds(3)));
        assertThat(delay.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
    }

    private void send(String url, String group, String body) {
        sqs.sendMessage(r -> r.queueUrl(url).messageBody(body).messageGroupId(group).messageDeduplicationId(body));
    }

    private static List<String> of(String group, List<Message> messages) {
        return messages.stream()
                .filter(m -> m.attributes().get(MessageSystemAttributeName.MESSAGE_GROUP_ID).equals(group))
                .map(Message::body).toList();
    }
}
