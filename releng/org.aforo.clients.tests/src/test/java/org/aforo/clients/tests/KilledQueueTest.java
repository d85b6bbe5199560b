package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Messages whose sending was acknowledged are there after SIGKILL, those whose deletion was are not. */
@Timeout(180)
class KilledQueueTest {

    private static final int KILLS = 3;
    private static final int SENT_BEFORE_A_KILL = 300;

    @TempDir
    private Path data;

    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    /** Their deletion was asked for; whether it was done isn't known. */
    private final Set<String> perhaps = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    @Test
    void whatWasSentIsThereAndWhatWasDeletedIsNot() throws Exception {
        for (int i = 0; i < KILLS; i++) {
            Product product = Product.start("--data", data.toString());
            List<CompletableFuture<Void>> workers = Stream
                    .<Runnable>of(() -> send(product), () -> send(product), () -> consume(product))
                    .map(work -> CompletableFuture.runAsync(work, Thread::startVirtualThread)).toList();
            int until = sent.size() + SENT_BEFORE_A_KILL;
            Await.until(() -> sent.size() + " messages sent", () -> sent.size() >= until);

            product.kill();

            workers.forEach(CompletableFuture::join);
        }
        Product product = Product.start("--data", data.toString());
        try {
            Set<String> left = drain(product);
            Set<String> due = new HashSet<>(sent);
            due.removeAll(deleted);
            due.removeAll(perhaps);
            assertThat(left).containsAll(due);
            assertThat(left).as("deleted").doesNotContainAnyElementsOf(deleted);
            assertThat(deleted).as("consumed").isNotEmpty();
        } finally {
            product.close();
        }
    }

    private void send(Product product) {
        try (SqsClient sqs = client(product)) {
            String url = queue(sqs);
            while (true) {
                String body = "m" + next.incrementAndGet();
                sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
                sent.add(body);
            }
        } catch (SdkException e) {
            assertThat(e).as("the process was killed").isInstanceOf(SdkClientException.class);
        }
    }

    private void consume(Product product) {
        try (SqsClient sqs = client(product)) {
            String url = queue(sqs);
            while (true) {
                for (Message message : sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(2)
                        .waitTimeSeconds(1)).messages()) {
                    perhaps.add(message.body());
                    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
                    deleted.add(message.body());
                    perhaps.remove(message.body());
                }
            }
        } catch (SdkException e) {
            assertThat(e).as("the process was killed").isInstanceOf(SdkClientException.class);
        }
    }

    private static Set<String> drain(Product product) throws Exception {
        Set<String> left = new HashSet<>();
        try (SqsClient sqs = client(product)) {
            String url = queue(sqs);
            Await.until(() -> left.size() + " messages received", () -> {
                for (Message message : sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10)).messages()) {
                    left.add(message.body());
                    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
                }
                Map<QueueAttributeName, String> counts = sqs
                        .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)).attributes();
                return counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES).equals("0")
                        && counts.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE).equals("0");
            });
        }
        return left;
    }

    /** Made by whoever comes first; what was in flight at a kill is there again soon. */
    private static String queue(SqsClient sqs) {
        return sqs.createQueue(r -> r.queueName("killed")
                .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "10"))).queueUrl();
    }

    private static SqsClient client(Product product) {
        return Clients.build(SqsClient.builder().httpClientBuilder(ApacheHttpClient.builder()), product.endpoint());
    }
}
