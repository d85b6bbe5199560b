package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.flow.RecordPeek.Peeked;
import org.aforo.service.topics.internal.delivery.Outbox;
import org.aforo.testkit.TestRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** E-mails and text messages, which anybody can look at. */
class MailTest {

    private static final Arn OUTBOX = Arn.of("sns", "us-east-1", "000000000000", Outbox.NAME);

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    private List<Peeked> mails() {
        return sns.bench.service("sns").peek(OUTBOX).orElseThrow().latest(100).records();
    }

    private static String text(Peeked mail) {
        return StandardCharsets.UTF_8.decode(mail.data().duplicate()).toString();
    }

    @Test
    void peopleConfirmByTheLinkInTheirMail() {
        String topic = sns.topic("t");
        sns.subscribe(topic, "email", "ana@example.com", Map.of());
        sns.settle();
        String mail = text(mails().getFirst());
        String link = mail.lines().filter(line -> line.startsWith(Sns.BASE)).findFirst().orElseThrow();

        sns.bench.wire(TestRequest.of("GET", link.substring(Sns.BASE.length())));
        sns.call("Publish", Map.of("TopicArn", topic, "Message", "hello", "Subject", "news"));
        sns.settle();

        Peeked got = mails().getLast();
        assertThat(got.attributes()).containsEntry("Protocol", "email").containsEntry("To", "ana@example.com")
                .containsEntry("Subject", "news").containsEntry("Topic", topic);
        assertThat(text(got)).startsWith("hello\n").contains("Action=Unsubscribe");
    }

    @Test
    void programsGetJson() {
        String topic = sns.topic("t");
        sns.subscribe(topic, "email-json", "ana@example.com", Map.of());
        sns.settle();

        assertThat(Json.read(text(mails().getFirst())).get("Type").stringValue())
                .isEqualTo("SubscriptionConfirmation");
    }

    @Test
    void telephonesNeedNotConfirm() {
        String topic = sns.topic("t");
        sns.subscribe(topic, "sms", "+34600000000", Map.of());
        sns.call("Publish", Map.of("TopicArn", topic, "MessageStructure", "json", "Message",
                "{\"default\":\"long\",\"sms\":\"short\"}"));
        sns.settle();

        assertThat(mails()).singleElement().satisfies(mail -> assertThat(text(mail)).isEqualTo("short"));
    }

    @Test
    void atOnceToATelephone() {
        Object id = sns.call("Publish", Map.of("PhoneNumber", "+34600000000", "Message", "ring")).get("MessageId");

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.attributes()).containsEntry("To", "+34600000000").containsEntry("Message id", (String) id);
            assertThat(text(mail)).isEqualTo("ring");
        });
    }

    @Test
    void theNewestAreKeptOverARestartUntilTheOutboxIsEmptied() throws InterruptedException {
        sns.bench.bench().quotas().override("sns.outbox-messages", 3L);
        for (int i = 0; i < 5; i++) {
            sns.call("Publish", Map.of("PhoneNumber", "+34600000000", "Message", "m" + i));
        }
        assertThat(mails()).extracting(MailTest::text).containsExactly("m2", "m3", "m4");
        sns.bench.restart();
        assertThat(mails()).hasSize(3);
        assertThat(sns.resource(OUTBOX.toString()).kind()).isEqualTo("outbox");

        assertThat(sns.bench.service("sns").empty(OUTBOX)).isEqualTo(3);

        assertThat(mails()).isEmpty();
    }
}
