package org.aforo.clients.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

import com.amazonaws.services.sns.util.SignatureChecker;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Topics through the SDK for Java: fan-out to queues, and to HTTP with signatures that AWS's verifier takes. */
@Timeout(60)
class SnsTest extends SteppedQueues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SnsClient sns;

    @BeforeEach
    void connectToTopics() {
        sns = Clients.build(SnsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()),
                product.endpoint());
    }

    @AfterEach
    void disconnectFromTopics() {
        sns.close();
    }

    @Test
    void oneMessageGoesToThreeQueues() throws Exception {
        String topic = sns.createTopic(r -> r.name(name)).topicArn();
        List<String> urls = Stream.of("thumbnail", "faces", "metadata").map(each -> queue(topic, each, Map.of()))
                .toList();

        String id = sns.publish(r -> r.topicArn(topic).subject("new").message("s3://images/1.png")).messageId();

        for (String url : urls) {
            JsonNode envelope = JSON.readTree(next(url).body());
            assertThat(envelope.get("Type").asText()).isEqualTo("Notification");
            assertThat(envelope.get("MessageId").asText()).isEqualTo(id);
            assertThat(envelope.get("TopicArn").asText()).isEqualTo(topic);
            assertThat(envelope.get("Subject").asText()).isEqualTo("new");
            assertThat(envelope.get("Message").asText()).isEqualTo("s3://images/1.png");
        }
    }

    @Test
    void subscriptionsFilterAndDeliverRaw() throws Exception {
        String topic = sns.createTopic(r -> r.name(name)).topicArn();
        String large = queue(topic, "large", Map.of("RawMessageDelivery", "true", "FilterPolicy",
                "{\"size\":[{\"numeric\":[\">=\",100]}],\"kind\":[{\"prefix\":\"im\"}]}"));
        String others = queue(topic, "others", Map.of("RawMessageDelivery", "true", "FilterPolicyScope", "MessageBody",
                "FilterPolicy", "{\"kind\":[{\"anything-but\":[\"image\"]}]}"));

        sns.publish(r -> r.topicArn(topic).message("{\"kind\":\"image\"}")
                .messageAttributes(Map.of("size", attribute("Number", "250"), "kind", attribute("String", "image"))));
        sns.publish(r -> r.topicArn(topic).message("{\"kind\":\"sound\"}")
                .messageAttributes(Map.of("size", attribute("Number", "250"), "kind", attribute("String", "sound"))));

        Message image = next(large);
        assertThat(image.body()).isEqualTo("{\"kind\":\"image\"}");
        assertThat(image.messageAttributes().get("size").stringValue()).isEqualTo("250");
        assertThat(next(others).body()).isEqualTo("{\"kind\":\"sound\"}");
        assertThat(receive(large)).isEmpty();
        assertThat(receive(others)).isEmpty();
    }

    @Test
    void aFifoTopicKeepsOrderAndTakesRepeatedMessagesOnce() throws Exception {
        String topic = sns.createTopic(r -> r.name(name + ".fifo")
                .attributes(Map.of("FifoTopic", "true", "ContentBasedDeduplication", "true"))).topicArn();
        name += ".fifo";
        String url = sqs.createQueue(r -> r.queueName(name).attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
                .queueUrl();
        subscribe(topic, url, Map.of("RawMessageDelivery", "true"));

        for (String message : List.of("a", "b", "b", "c")) {
            sns.publish(r -> r.topicArn(topic).message(message).messageGroupId("g"));
        }

        Await.until(() -> "three messages in the queue", () -> {
            product.advance(SECOND);
            return attribute(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES).equals("3");
        });
        List<Message> got = receive(url);
        assertThat(bodies(got)).containsExactly("a", "b", "c");
        assertThat(got.getFirst().attributes()).containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "g");
    }

    @Test
    void batchesAndPagesWork() {
        String topic = sns.createTopic(r -> r.name(name)).topicArn();
        assertThat(sns.createTopic(r -> r.name(name)).topicArn()).isEqualTo(topic);

        var answer = sns.publishBatch(r -> r.topicArn(topic)
                .publishBatchRequestEntries(PublishBatchRequestEntry.builder().id("1").message("x").build(),
                        PublishBatchRequestEntry.builder().id("2").message("y").build()));

        assertThat(answer.successful()).extracting(each -> each.id()).containsExactly("1", "2");
        assertThat(answer.failed()).isEmpty();
        assertThatThrownBy(() -> sns.publishBatch(r -> r.topicArn(topic).publishBatchRequestEntries(
                PublishBatchRequestEntry.builder().id("1").message("").build())))
                .isInstanceOf(InvalidParameterException.class).hasMessageContaining("Empty message");
        assertThat(sns.listTopicsPaginator().topics().stream().map(each -> each.topicArn())).contains(topic);
        sns.deleteTopic(r -> r.topicArn(topic));
        NotFoundException gone = catchThrowableOfType(NotFoundException.class,
                () -> sns.publish(r -> r.topicArn(topic).message("x")));
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.awsErrorDetails().errorMessage()).isEqualTo("Topic does not exist");
    }

    @Test
    void httpEndpointsConfirmAndGetSignedMessages() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            for (String version : List.of("1", "2")) {
                String topic = sns.createTopic(r -> r.name(name + version)
                        .attributes(Map.of("SignatureVersion", version))).topicArn();
                String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + version;
                sns.subscribe(r -> r.topicArn(topic).protocol("http").endpoint(url));

                Map<String, String> asked = signed(next(heard), version);
                assertThat(asked).containsEntry("Type", "SubscriptionConfirmation").containsEntry("TopicArn", topic)
                        .containsKey("SubscribeURL");
                String arn = sns.confirmSubscription(r -> r.topicArn(topic).token(asked.get("Token")))
                        .subscriptionArn();
                assertThat(arn).startsWith(topic + ":");
                sns.publish(r -> r.topicArn(topic).subject("s").message("hello"));

                Map<String, String> message = signed(next(heard), version);
                assertThat(message).containsEntry("Type", "Notification").containsEntry("Message", "hello");
                open(message.get("UnsubscribeURL"));

                Map<String, String> ended = signed(next(heard), version);
                assertThat(ended).containsEntry("Type", "UnsubscribeConfirmation");
                open(ended.get("SubscribeURL"));
                assertThat(sns.getSubscriptionAttributes(r -> r.subscriptionArn(arn)).attributes())
                        .as("restored by the link").containsEntry("PendingConfirmation", "false");
            }
        } finally {
            server.stop(0);
        }
    }

    private static Map<String, String> signed(String body, String version) throws Exception {
        assertThat(body).as("what the endpoint was sent").isNotNull();
        Map<String, String> message = JSON.readerForMapOf(String.class).readValue(body);
        assertThat(message).containsEntry("SignatureVersion", version);
        assertThat(new SignatureChecker().verifySignature(message, key(message.get("SigningCertURL")))).as(body)
                .isTrue();
        message.put("Message", message.get("Message") + "!");
        assertThat(new SignatureChecker().verifySignature(message, key(message.get("SigningCertURL"))))
                .as("a changed one").isFalse();
        message.put("Message", message.get("Message").substring(0, message.get("Message").length() - 1));
        return message;
    }

    private static void open(String url) throws IOException {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    private static PublicKey key(String url) {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in).getPublicKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.cert.CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    private String queue(String topic, String suffix, Map<String, String> attributes) {
        String url = sqs.createQueue(r -> r.queueName(name + "-" + suffix)).queueUrl();
        subscribe(topic, url, attributes);
        return url;
    }

    private void subscribe(String topic, String url, Map<String, String> attributes) {
        String arn = attribute(url, QueueAttributeName.QUEUE_ARN);
        assertThat(sns.subscribe(r -> r.topicArn(topic).protocol("sqs").endpoint(arn).attributes(attributes))
                .subscriptionArn()).startsWith(topic + ":");
    }

    /** Deliveries are no part of a publish: the next message may take a moment of the bench's time. */
    private Message next(String url) throws Exception {
        List<Message> got = new java.util.ArrayList<>();
        Await.until(() -> "a message in " + url, () -> {
            product.advance(SECOND);
            got.addAll(receive(url));
            return !got.isEmpty();
        });
        return got.getFirst();
    }

    private static String next(BlockingQueue<String> heard) throws Exception {
        Await.until(() -> "a message to the endpoint", () -> {
            product.advance(SECOND);
            return !heard.isEmpty();
        });
        return heard.take();
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
