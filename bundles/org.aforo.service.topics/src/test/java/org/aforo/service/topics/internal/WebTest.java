package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.aforo.protocol.WireResponse;
import org.aforo.testkit.TestRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

/** Web endpoints: confirmed first, given signed messages, ended by a link. */
class WebTest {

    /** As AWS's verifier for Java wants certificates. */
    private static final Pattern PEM = Pattern.compile(
            "^[\\s]*-----BEGIN [A-Z]+-----\\n[A-Za-z\\d+\\/\\n]+[=]{0,2}\\n-----END [A-Z]+-----[\\s]*$");

    private final Sns sns = new Sns();
    private Listener web;

    @BeforeEach
    void listen() throws IOException {
        web = new Listener();
    }

    @AfterEach
    void close() {
        sns.close();
        web.close();
    }

    private String confirmed(String topic, Map<String, String> attributes) {
        String arn = sns.subscribe(topic, "http", web.url(), attributes);
        sns.settle();
        sns.call("ConfirmSubscription", Map.of("TopicArn", topic, "Token",
                web.last().json().get("Token").stringValue()));
        return arn;
    }

    @Test
    void anEndpointIsAskedToConfirm() {
        String topic = sns.topic("t");
        Object told = sns.call("Subscribe", Map.of("TopicArn", topic, "Protocol", "http", "Endpoint", web.url()))
                .get("SubscriptionArn");
        sns.publish(topic, "not for it");
        sns.settle();

        assertThat(told).isEqualTo("pending confirmation");
        Listener.Heard asked = web.last();
        assertThat(web.heard()).hasSize(1);
        assertThat(asked.headers()).containsEntry("x-amz-sns-message-type", "SubscriptionConfirmation")
                .containsEntry("x-amz-sns-topic-arn", topic).containsEntry("content-type", "text/plain; charset=UTF-8")
                .containsEntry("user-agent", "Amazon Simple Notification Service Agent")
                .doesNotContainKey("x-amz-sns-subscription-arn");
        String token = asked.json().get("Token").stringValue();
        assertThat(token).hasSize(288);
        assertThat(asked.json().propertyNames()).containsExactly("Type", "MessageId", "Token", "TopicArn", "Message",
                "SubscribeURL", "Timestamp", "SignatureVersion", "Signature", "SigningCertURL");
        assertThat(asked.json().get("SubscribeURL").stringValue()).isEqualTo(Sns.BASE
                + "/?Action=ConfirmSubscription&TopicArn=" + topic + "&Token=" + token);
    }

    @Test
    void openingTheLinkConfirms() {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "http", web.url(), Map.of());
        sns.settle();
        String url = web.last().json().get("SubscribeURL").stringValue();

        WireResponse answer = sns.bench.wire(TestRequest.of("GET", url.substring(Sns.BASE.length())));
        sns.publish(topic, "hello");
        sns.settle();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(TestRequest.text(answer)).contains("<SubscriptionArn>" + arn + "</SubscriptionArn>");
        assertThat(sns.attributes(arn)).containsEntry("PendingConfirmation", "false")
                .containsEntry("ConfirmationWasAuthenticated", "false");
        assertThat(web.last().headers()).containsEntry("x-amz-sns-message-type", "Notification")
                .containsEntry("x-amz-sns-subscription-arn", arn);
        assertThat(web.last().json().get("Message").stringValue()).isEqualTo("hello");
    }

    @Test
    void aWrongTokenConfirmsNothing() {
        String topic = sns.topic("t");
        sns.subscribe(topic, "http", web.url(), Map.of());

        assertThat(sns.refused("ConfirmSubscription", Map.of("TopicArn", topic, "Token", "abc123")))
                .hasMessage("Invalid parameter: Token");
        assertThat(sns.refused("ConfirmSubscription", Map.of("TopicArn", topic + "-not", "Token", "abc123")))
                .hasMessage("Invalid parameter: Token");
        assertThat(sns.refused("ConfirmSubscription", Map.of("TopicArn", topic, "Token", "randomtoken")))
                .hasMessage("Invalid token");
    }

    @Test
    void aTokenConfirmsInItsRegionWhateverTopicIsNamed() {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "http", web.url(), Map.of());
        sns.settle();
        String token = web.last().json().get("Token").stringValue();

        for (String other : List.of("no-arn", topic.replace("us-east-1", "eu-west-1"))) {
            assertThat(sns.refused("ConfirmSubscription", Map.of("TopicArn", other, "Token", token)))
                    .hasMessage("Invalid parameter: Topic");
        }
        assertThat(sns.call("ConfirmSubscription", Map.of("TopicArn", topic + "-other", "Token", token)))
                .containsEntry("SubscriptionArn", arn);
    }

    @Test
    void whoDoesNotConfirmInTwoDaysIsForgotten() {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "http", web.url(), Map.of());

        sns.advance(Duration.ofDays(2).minusSeconds(1));
        assertThat(sns.attributes(arn)).containsEntry("PendingConfirmation", "true");
        sns.advance(Duration.ofSeconds(1));

        assertThat(sns.refused("GetSubscriptionAttributes", Map.of("SubscriptionArn", arn)).status()).isEqualTo(404);
    }

    @Test
    void subscribingOnceMoreAsksOnceMore() {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "http", web.url(), Map.of());
        sns.settle();

        assertThat(sns.subscribe(topic, "http", web.url(), Map.of())).isEqualTo(arn);
        sns.settle();

        assertThat(web.heard()).hasSize(2);
    }

    @Test
    void anEndpointThatWasNotReachedIsAskedAgainAfterARestart() throws IOException {
        String topic = sns.topic("t");
        web.answer(500);
        sns.subscribe(topic, "http", web.url(), Map.of());
        sns.settle();
        web.answer(200);

        sns.bench.restart();
        sns.settle();
        sns.bench.restart();
        sns.settle();

        assertThat(web.heard()).as("once in vain, once more, and then never again").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2"})
    void messagesAreSigned(String version) throws GeneralSecurityException {
        String topic = sns.topic("t");
        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "SignatureVersion",
                "AttributeValue", version));
        confirmed(topic, Map.of());
        assertThat(verifies(web.last().json())).as("the question").isTrue();

        sns.call("Publish", Map.of("TopicArn", topic, "Message", "ñandú\n\"x\"", "Subject", "s"));
        sns.settle();

        JsonNode message = web.last().json();
        assertThat(message.get("SignatureVersion").stringValue()).isEqualTo(version);
        assertThat(verifies(message)).as("the message").isTrue();
    }

    /** As AWS tells how to, with the certificate that the bench serves. */
    private boolean verifies(JsonNode message) throws GeneralSecurityException {
        String url = message.get("SigningCertURL").stringValue();
        assertThat(url).startsWith(Sns.BASE + "/SimpleNotificationService-").endsWith(".pem");
        WireResponse answer = sns.bench.wire(TestRequest.of("GET", url.substring(Sns.BASE.length())));
        String pem = TestRequest.text(answer);
        assertThat(pem).matches(PEM);
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        certificate.checkValidity(Date.from(Instant.parse("2026-11-25T00:00:00Z")));
        assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, "sns.amazonaws.com"));
        Signature signature = Signature.getInstance(message.get("SignatureVersion").stringValue().equals("2")
                ? "SHA256withRSA" : "SHA1withRSA");
        signature.initVerify(certificate);
        StringBuilder text = new StringBuilder();
        for (String name : List.of("Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn",
                "Type")) {
            if (message.has(name)) {
                text.append(name).append('\n').append(message.get(name).stringValue()).append('\n');
            }
        }
        signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return signature.verify(Base64.getDecoder().decode(message.get("Signature").stringValue()));
    }

    @Test
    void timesAreToldSoThatVerifiersReadThemAsTheyAre() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of());
        for (int i = 0; i < 3; i++) {
            sns.publish(topic, "m");
            sns.advance(Duration.ofMillis(250));

            String time = web.last().json().get("Timestamp").stringValue();

            assertThat(time).matches(".*\\.\\d{3}Z").isEqualTo(Instant.parse(time).toString());
        }
    }

    @Test
    void theCertificateMayBeToldToBeWhereAwsVerifiersLook() {
        String topic = sns.topic("t");
        sns.call("TagResource", Map.of("ResourceArn", topic, "Tags", List.of(Map.of("Key",
                "aforo:signing-cert-url", "Value", "https://sns.us-east-1.amazonaws.com"))));

        confirmed(topic, Map.of());

        assertThat(web.last().json().get("SigningCertURL").stringValue())
                .matches("https://sns\\.us-east-1\\.amazonaws\\.com/SimpleNotificationService-[0-9a-f]{32}\\.pem");
    }

    @Test
    void theCertificateStaysTheSame() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of());
        String url = web.last().json().get("SigningCertURL").stringValue().substring(Sns.BASE.length());
        String before = TestRequest.text(sns.bench.wire(TestRequest.of("GET", url)));

        sns.bench.restart();

        assertThat(TestRequest.text(sns.bench.wire(TestRequest.of("GET", url)))).isEqualTo(before);
    }

    @Test
    void rawMessagesAreTextAlone() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of("RawMessageDelivery", "true", "DeliveryPolicy",
                "{\"requestPolicy\":{\"headerContentType\":\"application/json\"}}"));
        assertThat(web.last().headers()).as("the question is no message")
                .containsEntry("content-type", "text/plain; charset=UTF-8");

        sns.publish(topic, "{}");
        sns.settle();

        assertThat(web.last().body()).isEqualTo("{}");
        assertThat(web.last().headers()).containsEntry("x-amz-sns-rawdelivery", "true")
                .containsEntry("content-type", "application/json");
    }

    @Test
    void serverErrorsAreRetriedThreeTimesTwentySecondsApart() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dlq\"}"));
        web.answer(503);

        sns.publish(topic, "m");
        sns.advance(Duration.ofSeconds(59));
        assertThat(web.heard()).as("the question, the message and two retries").hasSize(4);
        assertThat(sns.queues.bodies("dlq")).isEmpty();
        sns.advance(Duration.ofSeconds(1));

        assertThat(web.heard()).hasSize(5);
        assertThat(sns.queues.sent("dlq")).singleElement()
                .satisfies(dead -> assertThat(Json.read(dead.messageBody()).get("Message").stringValue())
                        .isEqualTo("m"));
    }

    @Test
    void clientErrorsAreNotRetried() {
        String topic = sns.topic("t");
        String arn = confirmed(topic, Map.of());
        web.answer(403);

        sns.publish(topic, "m");
        sns.advance(Duration.ofHours(1));

        assertThat(web.heard()).hasSize(2);
        assertThat(sns.resource(arn).attributes()).containsEntry("failed", "1");
    }

    @Test
    void aPolicyOfItsOwnSaysHowOften() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of("DeliveryPolicy", "{\"healthyRetryPolicy\":{\"numRetries\":4,\"numNoDelayRetries\":1,"
                + "\"numMinDelayRetries\":1,\"numMaxDelayRetries\":1,\"minDelayTarget\":2,\"maxDelayTarget\":10}}"));
        web.answer(500);

        sns.publish(topic, "m");
        sns.settle();
        assertThat(web.heard()).as("at once, and again without a pause").hasSize(3);
        sns.advance(Duration.ofSeconds(2));
        assertThat(web.heard()).hasSize(4);
        sns.advance(Duration.ofSeconds(2));
        assertThat(web.heard()).hasSize(5);
        sns.advance(Duration.ofSeconds(10));
        assertThat(web.heard()).hasSize(6);
        sns.advance(Duration.ofHours(1));

        assertThat(web.heard()).hasSize(6);
    }

    @Test
    void aTopicsPolicyIsForAllThatHaveNone() {
        String topic = sns.topic("t");
        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "DeliveryPolicy", "AttributeValue",
                "{\"http\":{\"defaultHealthyRetryPolicy\":{\"numRetries\":1,\"minDelayTarget\":5,"
                        + "\"maxDelayTarget\":5}}}"));
        String arn = confirmed(topic, Map.of());
        web.answer(500);

        sns.publish(topic, "m");
        sns.advance(Duration.ofHours(1));

        assertThat(web.heard()).hasSize(3);
        assertThat(sns.attributes(arn).get("EffectiveDeliveryPolicy")).contains("\"numRetries\":1");
    }

    @Test
    void policiesAreToldAsAwsTellsThem() {
        String topic = sns.topic("t");
        String request = "{\"headerContentType\":\"application/json\"}";
        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "DeliveryPolicy", "AttributeValue",
                "{\"http\":{\"defaultRequestPolicy\":" + request + ",\"defaultHealthyRetryPolicy\":null}}"));
        String arn = sns.subscribe(topic, "http", web.url(), Map.of("DeliveryPolicy",
                "{\"healthyRetryPolicy\":{\"minDelayTarget\":1,\"maxDelayTarget\":1,\"numRetries\":0},"
                        + "\"throttlePolicy\":{\"maxReceivesPerSecond\":1000}}"));

        @SuppressWarnings("unchecked")
        Map<String, String> ofTopic = (Map<String, String>) sns.call("GetTopicAttributes", Map.of("TopicArn", topic))
                .get("Attributes");
        assertThat(ofTopic).containsEntry("DeliveryPolicy", "{\"http\":{\"disableSubscriptionOverrides\":false,"
                + "\"defaultRequestPolicy\":" + request + "}}");
        String retries = "{\"healthyRetryPolicy\":{\"minDelayTarget\":1,\"maxDelayTarget\":1,\"numRetries\":0,"
                + "\"numMaxDelayRetries\":0,\"numNoDelayRetries\":0,\"numMinDelayRetries\":0,"
                + "\"backoffFunction\":\"linear\"},\"sicklyRetryPolicy\":null,"
                + "\"throttlePolicy\":{\"maxReceivesPerSecond\":1000},\"requestPolicy\":";
        assertThat(sns.attributes(arn)).containsEntry("DeliveryPolicy", retries + "null,\"guaranteed\":false}")
                .containsEntry("EffectiveDeliveryPolicy", retries + request + ",\"guaranteed\":false}");
    }

    @Test
    void deliveriesAreSlowedDown() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of("DeliveryPolicy", "{\"throttlePolicy\":{\"maxReceivesPerSecond\":2}}"));
        for (int i = 0; i < 10; i++) {
            sns.publish(topic, "m" + i);
        }

        sns.settle();
        assertThat(web.heard()).hasSize(3);
        sns.advance(Duration.ofSeconds(1));
        assertThat(web.heard()).hasSize(5);
        sns.advance(Duration.ofSeconds(3));
        assertThat(web.heard()).hasSize(11);
    }

    @Test
    void theLinkEndsASubscriptionWhichItsEndpointMayRestore() {
        String topic = sns.topic("t");
        String arn = confirmed(topic, Map.of());
        sns.publish(topic, "a");
        sns.settle();
        String url = web.last().json().get("UnsubscribeURL").stringValue();

        WireResponse answer = sns.bench.wire(TestRequest.of("GET", url.substring(Sns.BASE.length())));
        sns.settle();

        assertThat(answer.status()).isEqualTo(200);
        Listener.Heard told = web.last();
        assertThat(told.headers()).containsEntry("x-amz-sns-message-type", "UnsubscribeConfirmation");
        sns.publish(topic, "not for it");
        sns.settle();
        assertThat(web.last()).isEqualTo(told);
        sns.call("ConfirmSubscription", Map.of("TopicArn", topic, "Token",
                told.json().get("Token").stringValue()));
        sns.publish(topic, "again");
        sns.settle();
        assertThat(web.last().json().get("Message").stringValue()).isEqualTo("again");
        assertThat(sns.attributes(arn)).containsEntry("PendingConfirmation", "false");
    }

    @Test
    void itsOwnerEndsItAtOnce() {
        String topic = sns.topic("t");
        String arn = confirmed(topic, Map.of());

        sns.call("Unsubscribe", Map.of("SubscriptionArn", arn));
        sns.settle();

        assertThat(web.heard()).hasSize(1);
        assertThat(sns.refused("GetSubscriptionAttributes", Map.of("SubscriptionArn", arn)).status()).isEqualTo(404);
    }

    @Test
    void functionsAreInvokedWithAnEvent() {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "lambda", web.url(), Map.of());

        sns.call("SetTopicAttributes", Map.of("TopicArn", topic, "AttributeName", "SignatureVersion",
                "AttributeValue", "2"));
        sns.call("Publish", Map.of("TopicArn", topic, "Message", "m", "MessageAttributes",
                Map.of("k", Map.of("DataType", "String", "StringValue", "v"))));
        sns.settle();

        assertThat(web.last().headers()).containsEntry("x-amz-invocation-type", "Event");
        JsonNode item = web.last().json().get("Records").get(0);
        assertThat(item.get("EventSource").stringValue()).isEqualTo("aws:sns");
        assertThat(item.get("EventSubscriptionArn").stringValue()).isEqualTo(arn);
        assertThat(item.get("Sns").get("Message").stringValue()).isEqualTo("m");
        assertThat(item.get("Sns").get("Subject").isNull()).isTrue();
        assertThat(item.get("Sns").get("SignatureVersion").stringValue()).as("whatever the topic's is").isEqualTo("1");
        assertThat(item.get("Sns").get("MessageAttributes").toString())
                .isEqualTo("{\"k\":{\"Type\":\"String\",\"Value\":\"v\"}}");
    }

    @Test
    void nothingIsLeftOpen() {
        String topic = sns.topic("t");
        confirmed(topic, Map.of());
        sns.publish(topic, "m");
        sns.settle();
        web.close();

        sns.bench.assertNoLeaks();
    }
}
