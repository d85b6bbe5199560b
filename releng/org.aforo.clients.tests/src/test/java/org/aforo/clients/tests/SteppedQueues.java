package org.aforo.clients.tests;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An SQS client and a product whose clock the test steps. */
abstract class SteppedQueues {

    static final Duration SECOND = Duration.ofSeconds(1);
    static Product product;

    SqsClient sqs;
    String name;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "0");
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @BeforeEach
    void connect(TestInfo test) {
        sqs = Clients.build(SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()),
                product.endpoint());
        name = test.getTestMethod().orElseThrow().getName();
        product.advance(SECOND);
    }

    @AfterEach
    void disconnect() {
        sqs.close();
    }

    String create(Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
    }

    String fifo(Map<QueueAttributeName, String> attributes) {
        name += ".fifo";
        Map<QueueAttributeName, String> all = new java.util.HashMap<>(attributes);
        all.put(QueueAttributeName.FIFO_QUEUE, "true");
        return create(all);
    }

    /** At most ten, with all there is to tell of them. */
    List<Message> receive(String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).messageAttributeNames("All")
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
    }

    void delete(String url, Message message) {
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    String attribute(String url, QueueAttributeName attribute) {
        return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attribute)).attributes().get(attribute);
    }

    static List<String> bodies(List<Message> messages) {
        return messages.stream().map(Message::body).toList();
    }
}
