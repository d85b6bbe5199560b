package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.service.queues.internal.QueuesService;
import org.aforo.testkit.TestBench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies of topics, and of the queues that topics deliver to. */
class AccessTest {

    private static final String OWNER = "000000000000";
    private static final String OTHER = "222222222222";
    private static final String TOPIC = "arn:aws:sns:us-east-1:" + OWNER + ":news";

    private final TestBench bench = TestBench.stepped().with(QueuesService::new);

    @BeforeEach
    void makeTopic() {
        bench.with(b -> new TopicsService(b, bench::dispatcher, () -> URI.create(Sns.BASE)));
        bench.call("sns", "CreateTopic", Map.of("Name", "news"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static String policy(String statement) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{" + statement.replace('\'', '"') + "}}";
    }

    private void topicPolicy(String statement) {
        bench.call("sns", "SetTopicAttributes", Map.of("TopicArn", TOPIC, "AttributeName", "Policy", "AttributeValue",
                policy(statement)));
    }

    private Map<String, Object> as(String account, String operation, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(more);
        input.putIfAbsent("TopicArn", TOPIC);
        return bench.call("sns", operation, input, new Call("r", "sns", account, "us-east-1", account));
    }

    private AwsError refused(String account, String operation, Map<String, Object> more) {
        return catchThrowableOfType(AwsError.class, () -> as(account, operation, more));
    }

    private static String words(String action) {
        return "User: arn:aws:iam::" + OTHER + ":root is not authorized to perform: SNS:" + action + " on resource: "
                + TOPIC + " because no resource-based policy allows the SNS:" + action + " action";
    }

    private void queue(String name, String statement) {
        Map<String, Object> attributes = statement == null ? Map.of() : Map.of("Policy", policy(statement));
        bench.call("sqs", "CreateQueue", Map.of("QueueName", name, "Attributes", attributes));
    }

    private void subscribe(String queue, Map<String, Object> attributes) {
        as(OWNER, "Subscribe", Map.of("Protocol", "sqs", "Endpoint", Sns.QUEUE + queue, "Attributes", attributes));
    }

    private void publish() {
        as(OWNER, "Publish", Map.of("Message", "m"));
        bench.advance(Duration.ZERO);
    }

    private int messages(String queue) {
        Map<String, Object> answer = bench.call("sqs", "ReceiveMessage",
                Map.of("QueueUrl", Sns.BASE + "/" + OWNER + "/" + queue, "MaxNumberOfMessages", 10));
        return answer.containsKey("Messages") ? Sns.list(answer, "Messages").size() : 0;
    }

    @Test
    void anotherAccountMayPublishOnceThePolicySaysSo() {
        Map<String, Object> message = Map.of("Message", "m");
        Map<String, Object> batch = Map.of("PublishBatchRequestEntries", List.of(Map.of("Id", "1", "Message", "m")));
        assertThat(refused(OTHER, "Publish", message)).hasMessage(words("Publish"))
                .extracting(AwsError::code, AwsError::status).containsExactly("AuthorizationErrorException", 403);
        assertThat(refused(OTHER, "PublishBatch", batch)).hasMessage(words("Publish"));

        as(OWNER, "AddPermission", Map.of("Label", "l", "AWSAccountId", List.of(OTHER), "ActionName",
                List.of("Publish")));

        assertThat(as(OTHER, "Publish", message)).containsKey("MessageId");
        assertThat(as(OTHER, "PublishBatch", batch)).containsKey("Successful");
        assertThat(refused(OTHER, "GetTopicAttributes", Map.of())).hasMessage(words("GetTopicAttributes"));
        assertThat(as(OWNER, "Publish", message)).containsKey("MessageId");

        bench.restart();
        assertThat(as(OTHER, "Publish", message)).containsKey("MessageId");
        as(OWNER, "RemovePermission", Map.of("Label", "l"));
        assertThat(refused(OTHER, "Publish", message)).isNotNull();
    }

    @Test
    void whoMaySubscribeWhatIsUpToThePolicy() {
        topicPolicy("'Effect':'Allow','Principal':'*','Action':'SNS:Subscribe','Condition':{'StringEquals':"
                + "{'sns:Protocol':'https'},'StringLike':{'sns:Endpoint':'https://*.example.com/*'}}");

        assertThat(as(OTHER, "Subscribe", Map.of("Protocol", "https", "Endpoint", "https://a.example.com/in")))
                .isNotEmpty();
        assertThat(refused(OTHER, "Subscribe", Map.of("Protocol", "https", "Endpoint", "https://example.org/in")))
                .hasMessage(words("Subscribe"));
        assertThat(refused(OTHER, "Subscribe", Map.of("Protocol", "email", "Endpoint", "a@example.com")))
                .hasMessage(words("Subscribe"));
    }

    @Test
    void whatADenialShutsTheOwnerOutOfItCanUndo() {
        topicPolicy("'Effect':'Deny','Principal':'*','Action':['SNS:Publish','SNS:SetTopicAttributes']");

        assertThat(refused(OWNER, "Publish", Map.of("Message", "m")))
                .hasMessageEndingWith("with an explicit deny in a resource-based policy");

        as(OWNER, "SetTopicAttributes", Map.of("AttributeName", "Policy", "AttributeValue", ""));
        assertThat(as(OWNER, "Publish", Map.of("Message", "m"))).containsKey("MessageId");
    }

    @Test
    void aSubscriptionIsItsOwnersAndTheTopics() {
        queue("q", null);
        subscribe("q", Map.of());
        String arn = (String) Sns.list(as(OWNER, "ListSubscriptionsByTopic", Map.of()), "Subscriptions").getFirst()
                .get("SubscriptionArn");
        Call other = new Call("r", "sns", OTHER, "us-east-1", OTHER);

        for (String operation : List.of("GetSubscriptionAttributes", "Unsubscribe")) {
            assertThat(catchThrowableOfType(AwsError.class,
                    () -> bench.call("sns", operation, Map.of("SubscriptionArn", arn), other)))
                    .extracting(AwsError::code).isEqualTo("AuthorizationErrorException");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'Principal':{'Service':'sns.amazonaws.com'},'Condition':{'ArnEquals':{'aws:SourceArn':'TOPIC'}} | 1",
            "'Principal':{'Service':'sns.amazonaws.com'},'Condition':{'StringEquals':{'aws:SourceAccount':"
                    + "'000000000000'}} | 1",
            "'Principal':'*','Condition':{'ArnEquals':{'aws:SourceArn':'TOPIC'}} | 1",
            "'Principal':{'AWS':'*'},'Condition':{'ArnLike':{'aws:SourceArn':'arn:aws:sns:*:*:news'}} | 1",
            "'Principal':{'Service':'sns.amazonaws.com'},'Condition':{'ArnEquals':{'aws:SourceArn':'TOPIC2'}} | 0",
            "'Principal':{'Service':'s3.amazonaws.com'} | 0", "'Principal':{'AWS':'000000000000'} | 0"})
    void aQueuesPolicyIsTakenAtItsWord(String statement, int delivered) {
        queue("q", "'Effect':'Allow','Action':'sqs:SendMessage'," + statement.replace("TOPIC", TOPIC));
        subscribe("q", Map.of());

        publish();

        assertThat(messages("q")).isEqualTo(delivered);
    }

    @Test
    void aQueueWithoutAPolicyLetsItsAccountsTopicsIn() {
        queue("q", null);
        subscribe("q", Map.of());

        publish();

        assertThat(messages("q")).isEqualTo(1);
    }

    @Test
    void whatAQueueRefusesIsADeadLetterAtOnce() {
        queue("dead", null);
        queue("q", "'Effect':'Deny','Principal':'*','Action':'sqs:SendMessage'");
        subscribe("q", Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dead\"}"));

        publish();

        assertThat(messages("dead")).isEqualTo(1);
    }

    @Test
    void whatItsDeadLetterQueueRefusesTooIsLostAndTheEventsSayWhy() {
        String shut = "'Effect':'Deny','Principal':'*','Action':'sqs:SendMessage'";
        queue("dead", shut);
        queue("q", shut);
        subscribe("q", Map.of("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + Sns.QUEUE + "dead\"}"));

        publish();

        assertThat(bench.bench().events().since(0)).filteredOn(event -> event.type().equals("message-lost"))
                .singleElement().satisfies(event -> assertThat(event.text()).contains("AccessDenied",
                        "User: sns.amazonaws.com is not authorized to perform: sqs:sendmessage on resource: "
                                + Sns.QUEUE + "dead with an explicit deny"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'Effect':'Allow','Principal':{'AWS':'12'},'Action':'SNS:Publish' | PrincipalNotFound",
            "'Effect':'Allow','Principle':'*','Action':'SNS:Publish' | null",
            "'Effect':'Allow','Principal':'*','Action':'SNS:Publish','Condition':{'Same':{'k':'v'}} | null"})
    void whatCanBeNoPolicyIsRefused(String statement, String why) {
        assertThat(refused(OWNER, "SetTopicAttributes", Map.of("AttributeName", "Policy", "AttributeValue",
                policy(statement)))).hasMessage("Invalid parameter: Policy Error: " + why);
        assertThatCode(() -> as(OWNER, "Publish", Map.of("Message", "m"))).doesNotThrowAnyException();
    }
}
