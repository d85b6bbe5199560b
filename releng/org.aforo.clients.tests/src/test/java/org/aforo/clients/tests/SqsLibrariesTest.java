package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.amazon.sqs.javamessaging.AmazonSQSExtendedClient;
import com.amazon.sqs.javamessaging.ExtendedClientConfiguration;
import com.amazon.sqs.javamessaging.ProviderConfiguration;
import com.amazon.sqs.javamessaging.SQSConnection;
import com.amazon.sqs.javamessaging.SQSConnectionFactory;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The libraries that AWS has on top of its SQS client: messages in S3, and JMS. */
@Timeout(120)
class SqsLibrariesTest {

    private static Product product;

    private SqsClient sqs;
    private S3Client s3;

    @BeforeAll
    static void start() throws Exception {
        product = Product.start("--ephemeral", "--clock", "20"); // a long poll takes a second
    }

    @AfterAll
    static void stop() throws Exception {
        product.close();
    }

    @BeforeEach
    void connect() {
        sqs = Clients.build(SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()),
                product.endpoint());
        s3 = Clients.build(
                S3Client.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).forcePathStyle(true),
                product.endpoint());
    }

    @AfterEach
    void disconnect() {
        s3.close();
        sqs.close();
    }

    @Test
    void bigMessagesGoThroughABucket() {
        s3.createBucket(r -> r.bucket("big-messages"));
        SqsClient extended = new AmazonSQSExtendedClient(sqs,
                new ExtendedClientConfiguration().withPayloadSupportEnabled(s3, "big-messages"));
        String url = extended.createQueue(r -> r.queueName("big")).queueUrl();
        String body = "ñ".repeat(2 << 20);

        extended.sendMessage(r -> r.queueUrl(url).messageBody(body));

        assertThat(s3.listObjectsV2(r -> r.bucket("big-messages")).contents()).singleElement()
                .satisfies(object -> assertThat(object.size()).isEqualTo(4L << 20));
        var got = extended.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20)).messages();
        assertThat(got).singleElement().satisfies(message -> assertThat(message.body()).isEqualTo(body));
        extended.deleteMessage(r -> r.queueUrl(url).receiptHandle(got.getFirst().receiptHandle()));
        assertThat(s3.listObjectsV2(r -> r.bucket("big-messages")).contents()).isEmpty();
    }

    @Test
    void jmsSendsReceivesAndAcknowledges() throws Exception {
        String url = sqs.createQueue(
                r -> r.queueName("jms").attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "3600"))).queueUrl();
        SQSConnection connection = new SQSConnectionFactory(new ProviderConfiguration(), sqs).createConnection();
        try {
            Session session = connection.createSession(false, Session.CLIENT_ACKNOWLEDGE);
            MessageProducer producer = session.createProducer(session.createQueue("jms"));
            for (int i = 0; i < 25; i++) {
                TextMessage message = session.createTextMessage("m" + i);
                message.setIntProperty("number", i);
                producer.send(message);
            }
            MessageConsumer consumer = session.createConsumer(session.createQueue("jms"));
            connection.start();
            List<Integer> numbers = new ArrayList<>();
            while (numbers.size() < 25) {
                TextMessage message = (TextMessage) consumer.receive(20_000);
                assertThat(message).as("after " + numbers).isNotNull();
                assertThat(message.getText()).isEqualTo("m" + message.getIntProperty("number"));
                numbers.add(message.getIntProperty("number"));
                message.acknowledge();
            }
            assertThat(numbers).doesNotHaveDuplicates();
            assertThat(sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL)).attributes())
                    .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
                    .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
        } finally {
            connection.close();
        }
    }

    @Test
    void jmsListensToAFifoQueueInOrder() throws Exception {
        sqs.createQueue(r -> r.queueName("jms.fifo").attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true",
                QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true")));
        SQSConnection connection = new SQSConnectionFactory(new ProviderConfiguration(), sqs).createConnection();
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try {
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            session.createConsumer(session.createQueue("jms.fifo")).setMessageListener(message -> hear(message, heard));
            connection.start();
            Session sending = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            MessageProducer producer = sending.createProducer(sending.createQueue("jms.fifo"));
            List<String> sent = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                TextMessage message = sending.createTextMessage("m" + i);
                message.setStringProperty("JMSXGroupID", "g");
                producer.send(message);
                sent.add("m" + i);
            }

            List<String> got = new ArrayList<>();
            while (got.size() < sent.size()) {
                String next = heard.poll(20, TimeUnit.SECONDS);
                assertThat(next).as("after " + got).isNotNull();
                got.add(next);
            }
            assertThat(got).isEqualTo(sent);
        } finally {
            connection.close();
        }
    }

    private static void hear(Message message, BlockingQueue<String> heard) {
        try {
            heard.add(((TextMessage) message).getText());
        } catch (jakarta.jms.JMSException e) {
            heard.add(e.toString());
        }
    }
}
