package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Standard queues through the SDK for Java (which checks every MD5), on a clock that the tests step. */
@Timeout(60)
class SqsTest extends SteppedQueues {

    @Test
    void aQueueIsMadeFoundChangedTaggedAndDeleted() {
        String url = create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "45"));

        assertThat(url).isEqualTo(product.endpoint() + "/000000000000/" + name);
        assertThat(sqs.getQueueUrl(r -> r.queueName(name)).queueUrl()).isEqualTo(url);
        assertThat(create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "45"))).isEqualTo(url);
        assertThatThrownBy(() -> create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "46")))
                .isInstanceOf(QueueNameExistsException.class);
        Map<QueueAttributeName, String> all = sqs
                .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)).attributes();
        assertThat(all).containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "45")
                .containsEntry(QueueAttributeName.QUEUE_ARN, "arn:aws:sqs:us-east-1:000000000000:" + name)
                .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "345600")
                .containsEntry(QueueAttributeName.DELAY_SECONDS, "0")
                .containsEntry(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "0")
                .doesNotContainKey(QueueAttributeName.FIFO_QUEUE);
        sqs.setQueueAttributes(r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "5")));
        assertThat(attribute(url, QueueAttributeName.DELAY_SECONDS)).isEqualTo("5");
        sqs.tagQueue(r -> r.queueUrl(url).tags(Map.of("team", "data", "env", "test")));
        sqs.untagQueue(r -> r.queueUrl(url).tagKeys("env"));
        assertThat(sqs.listQueueTags(r -> r.queueUrl(url)).tags()).containsExactlyEntriesOf(Map.of("team", "data"));

        sqs.deleteQueue(r -> r.queueUrl(url));
        product.advance(Duration.ofSeconds(60));
        SqsException gone = catchThrowableOfType(QueueDoesNotExistException.class,
                () -> sqs.getQueueUrl(r -> r.queueName(name)));
        assertThat(gone.statusCode()).isEqualTo(400);
        assertThat(gone.awsErrorDetails().errorCode()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    }

    @Test
    void queuesAreListedByPagesAndPrefix() {
        for (int i = 0; i < 5; i++) {
            String each = name + i;
            sqs.createQueue(r -> r.queueName(each));
        }

        List<String> urls = sqs.listQueuesPaginator(r -> r.queueNamePrefix(name).maxResults(2)).queueUrls().stream()
                .toList();

        assertThat(urls).hasSize(5).allMatch(url -> url.contains(name));
    }

    @Test
    void aMessageComesWithAllThatWasSentAndIsDeleted() {
        String url = create(Map.of());
        var sent = sqs.sendMessage(r -> r.queueUrl(url).messageBody("ñ & <uno>")
                .messageAttributes(Map.of("text", text("x"), "number", number("3.5"), "bytes",
                        MessageAttributeValue.builder().dataType("Binary.png")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {1, 2, 0})).build())));

        Message got = receive(url).getFirst();

        assertThat(got.messageId()).isEqualTo(sent.messageId());
        assertThat(got.body()).isEqualTo("ñ & <uno>");
        assertThat(got.md5OfMessageAttributes()).isEqualTo(sent.md5OfMessageAttributes());
        assertThat(got.messageAttributes()).containsOnlyKeys("text", "number", "bytes");
        assertThat(got.messageAttributes().get("bytes").binaryValue().asByteArray()).containsExactly(1, 2, 0);
        assertThat(got.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")
                .containsKeys(MessageSystemAttributeName.SENT_TIMESTAMP, MessageSystemAttributeName.SENDER_ID,
                        MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP);
        assertThat(receive(url)).as("invisible").isEmpty();
        assertThat(attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("1");
        delete(url, got);
        product.advance(Duration.ofMinutes(1));
        assertThat(receive(url)).as("deleted").isEmpty();
        assertThat(attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("0");
    }

    @Test
    void aMessageIsSeenAgainWhenItsTimeoutPasses() {
        String url = create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "10"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("again"));
        Message first = receive(url).getFirst();

        product.advance(Duration.ofSeconds(9));
        assertThat(receive(url)).isEmpty();
        sqs.changeMessageVisibility(
                r -> r.queueUrl(url).receiptHandle(first.receiptHandle()).visibilityTimeout(20));
        product.advance(Duration.ofSeconds(19));
        assertThat(receive(url)).isEmpty();
        product.advance(SECOND);
        Message second = receive(url).getFirst();
        assertThat(second.attributes()).containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
        assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());

        sqs.changeMessageVisibility(
                r -> r.queueUrl(url).receiptHandle(second.receiptHandle()).visibilityTimeout(0));
        assertThat(receive(url)).as("at once").hasSize(1);
    }

    @Test
    void delaysHoldMessagesBack() {
        String url = create(Map.of(QueueAttributeName.DELAY_SECONDS, "10"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("queue's"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("own").delaySeconds(900));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("none").delaySeconds(0));

        assertThat(bodies(receive(url))).containsExactly("none");
        assertThat(attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)).isEqualTo("2");
        product.advance(Duration.ofSeconds(10));
        assertThat(bodies(receive(url))).containsExactly("queue's");
        product.advance(Duration.ofSeconds(890));
        assertThat(bodies(receive(url))).contains("own");
    }

    @Test
    void messagesAreForgottenAfterTheRetention() {
        String url = create(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60"));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("old"));
        product.advance(Duration.ofSeconds(59));
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("young"));

        product.advance(Duration.ofSeconds(2));

        assertThat(bodies(receive(url))).containsExactly("young");
    }

    @Test
    void aWaitingReceiveWakesOnASend() throws Exception {
        String url = create(Map.of());
        CompletableFuture<List<Message>> waiting = CompletableFuture.supplyAsync(
                () -> sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)).messages());
        assertThat(waiting).isNotDone();

        sqs.sendMessage(r -> r.queueUrl(url).messageBody("wake"));

        assertThat(bodies(waiting.get(20, TimeUnit.SECONDS))).containsExactly("wake");
    }

    @Test
    void batchesTellOfEachEntry() {
        String url = create(Map.of());
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(i -> SendMessageBatchRequestEntry.builder().id("e" + i).messageBody("m" + i).build())
                .toList());
        entries.add(SendMessageBatchRequestEntry.builder().id("bad").messageBody("x").delaySeconds(901).build());

        var sent = sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));

        assertThat(sent.successful()).hasSize(9);
        assertThat(sent.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.id()).isEqualTo("bad");
            assertThat(failed.senderFault()).isTrue();
            assertThat(failed.code()).isEqualTo("InvalidParameterValue");
        });
        List<Message> got = receive(url);
        assertThat(got).hasSize(9);
        var deleted = sqs.deleteMessageBatch(r -> r.queueUrl(url).entries(IntStream.range(0, 9)
                .mapToObj(i -> software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry.builder()
                        .id("d" + i).receiptHandle(i == 0 ? "nonsense" : got.get(i).receiptHandle()).build())
                .toList()));
        assertThat(deleted.successful()).hasSize(8);
        assertThat(deleted.failed()).extracting(BatchResultErrorEntry::code).containsExactly("ReceiptHandleIsInvalid");
        assertThatThrownBy(() -> sqs.sendMessageBatch(r -> r.queueUrl(url).entries(List.of())))
                .isInstanceOf(EmptyBatchRequestException.class);
    }

    @Test
    void poisonGoesToTheDeadLetterQueueAndBack() {
        String dead = sqs.createQueue(r -> r.queueName(name + "-dead")).queueUrl();
        String arn = attribute(dead, QueueAttributeName.QUEUE_ARN);
        String url = create(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1", QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"2\"}"));
        String id = sqs.sendMessage(r -> r.queueUrl(url).messageBody("poison")).messageId();
        for (int i = 0; i < 2; i++) {
            assertThat(receive(url)).hasSize(1);
            product.advance(SECOND);
        }

        assertThat(receive(url)).isEmpty();

        assertThat(receive(dead)).extracting(Message::messageId).containsExactly(id);
        assertThat(sqs.listDeadLetterSourceQueues(r -> r.queueUrl(dead)).queueUrls()).containsExactly(url);
        product.advance(Duration.ofMinutes(1));
        sqs.startMessageMoveTask(r -> r.sourceArn(arn));
        product.advance(Duration.ofSeconds(10));
        assertThat(sqs.listMessageMoveTasks(r -> r.sourceArn(arn)).results()).singleElement()
                .satisfies(task -> assertThat(task.status()).isEqualTo("COMPLETED"));
        assertThat(bodies(receive(url))).containsExactly("poison");
    }

    @Test
    void aPurgeEmptiesTheQueueOnceAMinute() {
        String url = create(Map.of());
        sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));

        sqs.purgeQueue(r -> r.queueUrl(url));

        assertThat(receive(url)).isEmpty();
        assertThatThrownBy(() -> sqs.purgeQueue(r -> r.queueUrl(url)))
                .isInstanceOf(PurgeQueueInProgressException.class);
        product.advance(Duration.ofSeconds(61));
        sqs.purgeQueue(r -> r.queueUrl(url));
    }

    @Test
    void whatIsWrongIsToldAsAwsDoes() {
        String url = create(Map.of());

        assertThatThrownBy(() -> sqs.receiveMessage(r -> r.queueUrl(url + "-none")))
                .isInstanceOf(QueueDoesNotExistException.class);
        assertThatThrownBy(() -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle("x")))
                .isInstanceOf(ReceiptHandleIsInvalidException.class);
        SqsException large = catchThrowableOfType(SqsException.class,
                () -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x".repeat((1 << 20) + 1))));
        assertThat(large.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue");
        assertThat(large.getMessage()).contains("shorter than 1048576 bytes");
        SqsException many = catchThrowableOfType(SqsException.class,
                () -> sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(11)));
        assertThat(many.getMessage()).contains("MaxNumberOfMessages", "Must be between 1 and 10");
    }

    static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
    }

    private static MessageAttributeValue number(String value) {
        return MessageAttributeValue.builder().dataType("Number").stringValue(value).build();
    }
}
