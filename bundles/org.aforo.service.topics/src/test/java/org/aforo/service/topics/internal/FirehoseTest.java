package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.aforo.api.Arn;
import org.aforo.api.flow.RecordPeek;
import org.aforo.service.firehose.internal.FirehoseService;
import org.aforo.service.store.internal.StoreService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics in front of delivery streams. */
class FirehoseTest {

    private static final String ROLE = "arn:aws:iam::000000000000:role/r";
    private static final String STREAM = "arn:aws:firehose:us-east-1:000000000000:deliverystream/d";

    private final Sns sns = new Sns();

    @BeforeEach
    void makeADeliveryStream() {
        sns.bench.with(StoreService::new).with(FirehoseService::new);
        sns.bench.call("firehose", "CreateDeliveryStream", Map.of("DeliveryStreamName", "d",
                "ExtendedS3DestinationConfiguration", Map.of("RoleARN", ROLE, "BucketARN", "arn:aws:s3:::b")));
        sns.advance(Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        sns.close();
    }

    private String records() {
        RecordPeek peek = sns.bench.service("firehose").peek(Arn.parse(STREAM)).orElseThrow();
        return peek.latest(100).records().stream().map(each -> StandardCharsets.UTF_8.decode(each.data().duplicate())
                .toString()).collect(Collectors.joining());
    }

    @Test
    void messagesAreLinesOfJson() {
        String topic = sns.topic("t");
        sns.subscribe(topic, "firehose", STREAM, Map.of("SubscriptionRoleArn", ROLE));
        sns.publish(topic, "a");
        sns.publish(topic, "b");
        sns.settle();

        List<String> lines = records().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(Json.read(lines.get(1)).propertyNames()).containsExactly("Type", "MessageId", "TopicArn", "Message",
                "Timestamp", "UnsubscribeURL");
    }

    @Test
    void rawMessagesAreTheirText() {
        String topic = sns.topic("t");
        sns.subscribe(topic, "firehose", STREAM, Map.of("SubscriptionRoleArn", ROLE, "RawMessageDelivery", "true"));
        sns.publish(topic, "a\n");
        sns.settle();

        assertThat(records()).isEqualTo("a\n");
    }

    @Test
    void aRoleIsAskedFor() {
        assertThat(sns.refused("Subscribe", Map.of("TopicArn", sns.topic("t"), "Protocol", "firehose", "Endpoint",
                STREAM))).hasMessage("Invalid parameter: Attributes Reason: SubscriptionRoleArn is required for "
                        + "Firehose subscriptions");
    }

    @Test
    void aDeliveryStreamThatIsGoneTakesNothing() {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "firehose", STREAM + "x", Map.of("SubscriptionRoleArn", ROLE));
        sns.publish(topic, "a");
        sns.settle();

        assertThat(sns.resource(arn).attributes()).containsEntry("failed", "1");
    }
}
