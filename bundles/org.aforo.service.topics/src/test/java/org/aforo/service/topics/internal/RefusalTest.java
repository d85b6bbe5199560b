package org.aforo.service.topics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.aforo.api.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can't be done, in AWS's words. */
class RefusalTest {

    private final Sns sns = new Sns();

    @AfterEach
    void close() {
        sns.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000,
            textBlock = """
                    sqs         | queue                  | SQS endpoint ARN
                    sqs         | arn:aws:sqs:us-east-1:000000000000:q.fifo | Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics
                    firehose    | arn:aws:sqs:us-east-1:000000000000:q | Firehose endpoint ARN
                    http        | https://localhost/     | Endpoint must match the specified protocol
                    https       | http://localhost/      | Endpoint must match the specified protocol
                    http        | http:                  | Endpoint must match the specified protocol
                    email       | nobody                 | Email address
                    lambda      | name                   | Lambda endpoint ARN
                    telegram    | @x                     | Amazon SNS does not support this protocol string: telegram
                    application | arn:aws:sns:us-east-1:000000000000:endpoint/GCM/x/1 | Endpoint Reason: platform applications are not supported by Aforo
                    """)
    void endpoints(String protocol, String endpoint, String message) {
        AwsError error = sns.refused("Subscribe", Map.of("TopicArn", sns.topic("t"), "Protocol", protocol, "Endpoint",
                endpoint));

        assertThat(error.code()).isEqualTo("InvalidParameterException");
        assertThat(error).hasMessage("Invalid parameter: " + message);
    }

    @Test
    void functionsThatCanNotBeReachedAreTold() {
        assertThat(sns.refused("Subscribe", Map.of("TopicArn", sns.topic("t"), "Protocol", "lambda", "Endpoint",
                "arn:aws:lambda:us-east-1:000000000000:function:f"))).hasMessageContaining("can't be reached");
    }

    @Test
    void telephones() {
        String topic = sns.topic("t");

        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "sms", "Endpoint", "12a")))
                .hasMessage("Invalid SMS endpoint: 12a");
        assertThat(sns.refused("Publish", Map.of("PhoneNumber", "abc", "Message", "m")))
                .hasMessage("Invalid parameter: PhoneNumber Reason: abc is not valid to publish to");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000,
            textBlock = """
                    RawMessageDelivery | maybe                | RawMessageDelivery: Invalid value [maybe]. Must be true or false.
                    FilterPolicyScope  | Body                 | FilterPolicyScope: Invalid value [Body]. Please use either MessageBody or MessageAttributes
                    RedrivePolicy      | 1                    | RedrivePolicy: failed to parse JSON.
                    RedrivePolicy      | {"deadLetterTargetArn":"x"} | RedrivePolicy: deadLetterTargetArn is an invalid arn
                    DeliveryPolicy     | {"healthyRetryPolicy":{"numRetries":1}} | DeliveryPolicy: can only be set on HTTP/S subscriptions
                    ReplayPolicy       | {}                   | ReplayPolicy: message replay is not supported by Aforo
                    Colour             | red                  | AttributeName
                    """)
    void subscriptionAttributes(String name, String value, String message) {
        String topic = sns.topic("t");
        String arn = sns.queue(topic, "q", Map.of());

        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint",
                Sns.QUEUE + "other", "Attributes", Map.of(name, value))))
                .hasMessage("Invalid parameter: Attributes Reason: " + message);
        assertThat(sns.refused("SetSubscriptionAttributes", Map.of("SubscriptionArn", arn, "AttributeName", name,
                "AttributeValue", value))).hasMessage("Invalid parameter: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000,
            textBlock = """
                    {"healthyRetryPolicy":{"minDelayTarget":0}}             | healthyRetryPolicy.minDelayTarget must be greater than or equal to 1
                    {"healthyRetryPolicy":{"numRetries":101}}               | healthyRetryPolicy.numRetries must be less than or equal to 100
                    {"healthyRetryPolicy":{"numRetries":"3"}}               | healthyRetryPolicy.numRetries must be an integer
                    {"healthyRetryPolicy":{"minDelayTarget":9,"maxDelayTarget":8}} | healthyRetryPolicy.maxDelayTarget must be greater than or equal to healthyRetryPolicy.minDelayTarget
                    {"healthyRetryPolicy":{"numRetries":1,"numNoDelayRetries":2}} | healthyRetryPolicy.numRetries must be greater than or equal to total of numMinDelayRetries, numNoDelayRetries and numMaxDelayRetries
                    {"healthyRetryPolicy":{"numRetries":100,"minDelayTarget":60,"maxDelayTarget":60}} | The total policy retry time cannot be greater than 3600 seconds
                    {"healthyRetryPolicy":{"backoffFunction":"random"}}     | healthyRetryPolicy.backoffFunction must be one of linear, arithmetic, geometric, exponential
                    {"throttlePolicy":{"maxReceivesPerSecond":0}}           | throttlePolicy.maxReceivesPerSecond must be greater than or equal to 1
                    {"requestPolicy":{"headerContentType":"image/png"}}     | requestPolicy.headerContentType is not supported: image/png
                    []                                                      | failed to parse JSON.
                    """)
    void deliveryPolicies(String policy, String message) {
        assertThat(sns.refused("Subscribe", Map.of("TopicArn", sns.topic("t"), "Protocol", "http", "Endpoint",
                "http://localhost:9/", "Attributes", Map.of("DeliveryPolicy", policy))))
                .hasMessage("Invalid parameter: Attributes Reason: DeliveryPolicy: " + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000,
            textBlock = """
                    Policy                    | {       | Policy Error: null
                    Policy                    | {"Statement":[]} | Policy Error: null
                    Policy                    | {"Statement":{"Action":"SNS:*"}} | Policy statement action out of service scope!
                    Policy                    | {"Statement":[{"Action":["sns:Publish","sns:SetSubscriptionAttributes"]}]} | Policy statement action out of service scope!
                    SignatureVersion          | 3       | SignatureVersion: Invalid value [3]. Please use 1 or 2
                    ContentBasedDeduplication | true    | ContentBasedDeduplication: can only be set on FIFO topics
                    ArchivePolicy             | {}      | ArchivePolicy: message archiving is not supported by Aforo
                    SQSSuccessFeedbackSampleRate | 101  | SQSSuccessFeedbackSampleRate
                    Colour                    | red     | AttributeName
                    """)
    void topicAttributes(String name, String value, String message) {
        assertThat(sns.refused("SetTopicAttributes", Map.of("TopicArn", sns.topic("t"), "AttributeName", name,
                "AttributeValue", value))).hasMessage("Invalid parameter: " + message);
        assertThat(sns.refused("CreateTopic", Map.of("Name", "other", "Attributes", Map.of(name, value))))
                .hasMessage("Invalid parameter: Attributes Reason: " + message);
    }

    @Test
    void names() {
        assertThat(sns.refused("CreateTopic", Map.of("Name", "a b"))).hasMessage("Invalid parameter: Topic Name");
        assertThat(sns.refused("CreateTopic", Map.of("Name", "a.fifo"))).hasMessage("Invalid parameter: Topic Name");
        assertThat(sns.refused("CreateTopic", Map.of("Name", "a", "Attributes", Map.of("FifoTopic", "true"))))
                .hasMessageStartingWith("Fifo Topic names must end with .fifo");
        assertThat(sns.topic("x".repeat(256))).endsWith("x");
        assertThat(sns.refused("CreateTopic", Map.of("Name", "x".repeat(257))))
                .hasMessage("Invalid parameter: Topic Name");
    }

    @Test
    void whatIsThereOtherwise() {
        sns.call("CreateTopic", Map.of("Name", "t", "Attributes", Map.of("DisplayName", "one"), "Tags",
                List.of(Map.of("Key", "k", "Value", "v"))));

        assertThat(sns.refused("CreateTopic", Map.of("Name", "t", "Attributes", Map.of("DisplayName", "two"))))
                .hasMessage("Invalid parameter: Attributes Reason: Topic already exists with different attributes");
        assertThat(sns.refused("CreateTopic", Map.of("Name", "t", "Tags", List.of(Map.of("Key", "k", "Value", "w")))))
                .hasMessage("Invalid parameter: Tags Reason: Topic already exists with different tags");
        String topic = sns.topic("t");
        sns.queue(topic, "q", Map.of("RawMessageDelivery", "true"));
        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint", Sns.QUEUE + "q",
                "Attributes", Map.of("RawMessageDelivery", "false"))))
                .hasMessage("Invalid parameter: Attributes Reason: Subscription already exists with different "
                        + "attributes");
    }

    @Test
    void whatIsNotThere() {
        String arn = "arn:aws:sns:us-east-1:000000000000:none";

        for (String operation : List.of("GetTopicAttributes", "ListSubscriptionsByTopic")) {
            AwsError error = sns.refused(operation, Map.of("TopicArn", arn));
            assertThat(error.code()).isEqualTo("NotFoundException");
            assertThat(error.status()).isEqualTo(404);
            assertThat(error).hasMessage("Topic does not exist");
        }
        assertThat(sns.refused("Publish", Map.of("TopicArn", arn, "Message", "m"))).hasMessage("Topic does not exist");
        assertThat(sns.refused("GetSubscriptionAttributes", Map.of("SubscriptionArn", arn + ":x")))
                .hasMessage("Subscription does not exist");
        assertThat(sns.refused("TagResource", Map.of("ResourceArn", arn, "Tags", List.of())).code())
                .isEqualTo("ResourceNotFoundException");
        assertThat(sns.call("DeleteTopic", Map.of("TopicArn", arn))).as("gone already").isEmpty();
        assertThat(sns.call("Unsubscribe", Map.of("SubscriptionArn", arn + ":x"))).as("gone already").isEmpty();
    }

    @Test
    void whatIsNoArn() {
        assertThat(sns.refused("GetTopicAttributes", Map.of("TopicArn", "a:b")))
                .hasMessage("Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 2");
        assertThat(sns.refused("Unsubscribe", Map.of("SubscriptionArn", "x")))
                .hasMessage("Invalid parameter: SubscriptionArn Reason: An ARN must have at least 6 elements, not 1");
        for (String operation : List.of("GetSubscriptionAttributes", "Unsubscribe")) {
            assertThat(sns.refused(operation, Map.of("SubscriptionArn", "arn:aws:sns:us-east-1:000000000000:t")))
                    .hasMessage("Invalid parameter: SubscriptionId");
        }
        assertThat(sns.refused("Unsubscribe", Map.of("SubscriptionArn", "")))
                .hasMessage("Invalid parameter: SubscriptionArn Reason: no value for required parameter");
        assertThat(sns.refused("ListTopics", Map.of("NextToken", "*"))).hasMessage("Invalid parameter: NextToken");
    }

    @Test
    void messages() {
        String topic = sns.topic("t");

        assertThat(publish(topic, Map.of("Message", ""))).hasMessage("Invalid parameter: Empty message");
        assertThat(publish(topic, Map.of("Subject", ""))).hasMessage("Invalid parameter: Subject");
        assertThat(publish(topic, Map.of("Subject", "x".repeat(101)))).hasMessage("Invalid parameter: Subject");
        assertThat(publish(topic, Map.of("Subject", "a\nb"))).hasMessage("Invalid parameter: Subject");
        assertThat(publish(topic, Map.of("Message", "ñ".repeat(131_073))))
                .hasMessage("Invalid parameter: Message too long");
        assertThat(publish(topic, Map.of("MessageStructure", "json")))
                .hasMessage("Invalid parameter: Message Structure - JSON message body failed to parse");
        assertThat(publish(topic, Map.of("MessageStructure", "json", "Message", "{\"sqs\":\"x\"}")))
                .hasMessage("Invalid parameter: Message Structure - No default entry in JSON message body");
        assertThat(publish(topic, Map.of("MessageDeduplicationId", "d"))).hasMessage("Invalid parameter: "
                + "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not "
                + "valid for this topic type");
        assertThat(sns.refused("Publish", Map.of("Message", "m")))
                .hasMessage("Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter");
        String fifo = sns.fifo("f");
        assertThat(publish(fifo, Map.of()))
                .hasMessage("Invalid parameter: The MessageGroupId parameter is required for FIFO topics");
        assertThat(publish(fifo, Map.of("MessageGroupId", "g"))).hasMessage("Invalid parameter: The topic should "
                + "either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000,
            textBlock = """
                    .a   | String  | x   | Invalid message attribute name starting with character '.' was found.
                    a.   | String  | x   | Invalid message attribute name ending with character '.' was found.
                    a..b | String  | x   | Message attribute name can not have successive '.' character.
                    a*b  | String  | x   | Invalid non-alphanumeric character '#x2A' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots.
                    a    | Text    | x   | The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.
                    a    | String  | ``  | The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'.
                    a    | Binary  | x   | The message attribute 'a' with type 'Binary' must use field 'Binary'.
                    a    | Number  | x   | Could not cast message attribute 'a' value to number.
                    """)
    void messageAttributes(String name, String type, String value, String message) {
        AwsError error = publish(sns.topic("t"), Map.of("MessageAttributes",
                Map.of(name, Map.of("DataType", type, "StringValue", value))));

        assertThat(error.code()).isEqualTo("InvalidParameterValueException");
        assertThat(error).hasMessage(message);
    }

    private AwsError publish(String topic, Map<String, Object> more) {
        Map<String, Object> input = new HashMap<>(Map.of("TopicArn", topic, "Message", "m"));
        input.putAll(more);
        return sns.refused("Publish", input);
    }

    @Test
    void batches() {
        String topic = sns.topic("t");

        assertThat(batch(topic, List.of()).code()).isEqualTo("EmptyBatchRequestException");
        assertThat(batch(topic, IntStream.range(0, 11).mapToObj(i -> entry("e" + i, "m")).toList()).code())
                .isEqualTo("TooManyEntriesInBatchRequestException");
        assertThat(batch(topic, List.of(entry("a", "m"), entry("a", "n"))).code())
                .isEqualTo("BatchEntryIdsNotDistinctException");
        assertThat(batch(topic, List.of(entry("a b", "m"))).code()).isEqualTo("InvalidBatchEntryIdException");
        assertThat(batch(topic, List.of(entry("x".repeat(81), "m"))).code()).isEqualTo("InvalidBatchEntryIdException");
        assertThat(batch(topic, List.of(entry("a", "x".repeat(200_000)), entry("b", "x".repeat(62_145)))).code())
                .isEqualTo("BatchRequestTooLongException");
    }

    @Test
    void whatIsWrongWithAnEntryFailsTheBatch() {
        String topic = sns.topic("t");
        Map<String, Object> attribute = Map.of("Id", "b", "Message", "m", "MessageAttributes",
                Map.of("a", Map.of("DataType", "String", "StringValue", "")));
        Map<String, Object> structure = Map.of("Id", "b", "Message", "{\"sqs\":\"x\"}", "MessageStructure", "json");

        assertThat(batch(topic, List.of(entry("a", "m"), entry("b", ""))))
                .hasMessage("Invalid parameter: Empty message");
        assertThat(batch(topic, List.of(entry("a", "m"), attribute)).code())
                .isEqualTo("InvalidParameterValueException");
        assertThat(batch(topic, List.of(entry("a", "m"), structure)))
                .hasMessage("Invalid parameter: Message Structure - No default entry in JSON message body");
        assertThat(sns.resource(topic).in().snapshot().records()).isZero();
    }

    @Test
    void entriesThatAFaultHitsAreToldApart() {
        String topic = sns.topic("t");
        sns.bench.bench().faults().inject(new Fault("", "sns", "PublishBatch", "t",
                new Fault.Effect.PartialFailure("InternalError", "broken"), 1, 1, null));

        Map<String, Object> answer = sns.call("PublishBatch", Map.of("TopicArn", topic,
                "PublishBatchRequestEntries", List.of(entry("a", "m"), entry("b", "n"))));

        assertThat(Sns.list(answer, "Successful")).isEmpty();
        assertThat(Sns.list(answer, "Failed")).extracting(each -> each.get("Id")).containsExactly("a", "b");
    }

    private AwsError batch(String topic, List<Map<String, Object>> entries) {
        return sns.refused("PublishBatch", Map.of("TopicArn", topic, "PublishBatchRequestEntries", entries));
    }

    private static Map<String, Object> entry(String id, String message) {
        return Map.of("Id", id, "Message", message);
    }

    @Test
    void permissions() {
        String topic = sns.topic("t");
        Map<String, Object> add = Map.of("TopicArn", topic, "Label", "l", "AWSAccountId", List.of("111111111111"),
                "ActionName", List.of("Publish"));
        sns.call("AddPermission", add);

        assertThat(sns.refused("AddPermission", add)).hasMessage("Invalid parameter: Statement already exists");
        Map<String, Object> other = new HashMap<>(add);
        other.put("ActionName", List.of("Fly"));
        assertThat(sns.refused("AddPermission", other))
                .hasMessage("Invalid parameter: Policy statement action out of service scope!");
    }

    @Test
    void filterPoliciesOfAnAccountAreCountedTogether() {
        sns.bench.bench().quotas().override("sns.account-filter-policies", 2L);
        Map<String, String> filter = Map.of("FilterPolicy", "{\"a\":[1]}");
        String last = sns.topic("c");
        sns.queue(sns.topic("a"), "q", filter);
        sns.queue(sns.topic("b"), "q", filter);
        String unfiltered = sns.queue(last, "q", Map.of());

        for (AwsError error : List.of(
                sns.refused("Subscribe", Map.of("TopicArn", last, "Protocol", "sqs", "Endpoint", Sns.QUEUE + "r",
                        "Attributes", filter)),
                sns.refused("SetSubscriptionAttributes", Map.of("SubscriptionArn", unfiltered, "AttributeName",
                        "FilterPolicy", "AttributeValue", filter.get("FilterPolicy"))))) {
            assertThat(error.code()).isEqualTo("FilterPolicyLimitExceededException");
            assertThat(error).hasMessage("Maximum number of filter policies reached for this account");
        }
        assertThat(sns.call("SetSubscriptionAttributes", Map.of("SubscriptionArn", unfiltered, "AttributeName",
                "FilterPolicy", "AttributeValue", ""))).as("none is no more").isEmpty();
    }

    @Test
    void limits() {
        String topic = sns.topic("t");
        sns.bench.bench().quotas().override("sns.topics", 1L);
        sns.bench.bench().quotas().override("sns.subscriptions", 2L);
        sns.bench.bench().quotas().override("sns.filter-policies", 1L);
        Map<String, String> filter = Map.of("FilterPolicy", "{\"a\":[1]}");
        sns.queue(topic, "q", filter);

        assertThat(sns.refused("CreateTopic", Map.of("Name", "u")).code()).isEqualTo("TopicLimitExceededException");
        assertThat(sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint", Sns.QUEUE + "r",
                "Attributes", filter)).code()).isEqualTo("FilterPolicyLimitExceededException");
        sns.queue(topic, "r", Map.of());
        AwsError error = sns.refused("Subscribe", Map.of("TopicArn", topic, "Protocol", "sqs", "Endpoint",
                Sns.QUEUE + "s"));
        assertThat(error.code()).isEqualTo("SubscriptionLimitExceededException");
        assertThat(error.status()).isEqualTo(403);
        assertThat(sns.refused("TagResource", Map.of("ResourceArn", topic, "Tags", IntStream.range(0, 51)
                .mapToObj(i -> Map.of("Key", "k" + i, "Value", "v")).toList())).code())
                .isEqualTo("TagLimitExceededException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetTopicAttributes", "DeleteTopic", "ListSubscriptionsByTopic", "Publish"})
    void topicsOfAnotherRegionAreNone(String operation) {
        Map<String, Object> input = new HashMap<>(Map.of("TopicArn", sns.topic("t")));
        if (operation.equals("Publish")) {
            input.put("Message", "m");
        }
        Call elsewhere = new Call("r", "sns", "000000000000", "eu-west-1", "AKIA");

        AwsError error = catchThrowableOfType(AwsError.class,
                () -> sns.bench.call("sns", operation, input, elsewhere));

        assertThat(error).hasMessage("Invalid parameter: TopicArn");
    }

    @Test
    void tagsHaveKeysOfTheirOwn() {
        List<Map<String, Object>> twice = List.of(Map.of("Key", "k", "Value", "1"), Map.of("Key", "k", "Value", "2"));

        assertThat(sns.refused("TagResource", Map.of("ResourceArn", sns.topic("t"), "Tags", twice)))
                .hasMessage("Invalid parameter: Duplicated keys are not allowed.");
        assertThat(sns.refused("CreateTopic", Map.of("Name", "u", "Tags", twice)))
                .hasMessage("Invalid parameter: Duplicated keys are not allowed.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 1000,
            textBlock = """
                    {invalidjson} | Unexpected character ('i' (code 105)): was expecting double-quote to start field name | 2
                    invalid       | Unrecognized token 'invalid': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false') | 8
                    """)
    void whatIsNoJsonIsToldInTheParsersWords(String json, String message, int column) {
        String topic = sns.topic("t");
        String arn = sns.subscribe(topic, "http", "http://localhost:9/", Map.of());

        for (String name : List.of("FilterPolicy", "RedrivePolicy", "DeliveryPolicy")) {
            assertThat(sns.refused("SetSubscriptionAttributes", Map.of("SubscriptionArn", arn, "AttributeName", name,
                    "AttributeValue", json))).hasMessage("Invalid parameter: " + name + ": failed to parse JSON. "
                            + message + "\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` "
                            + "disabled); line: 1, column: " + column + ']');
        }
    }

    @Test
    void aPolicyHasAHundredStatements() {
        String topic = sns.topic("t");
        Map<String, Object> add = new HashMap<>(Map.of("TopicArn", topic, "AWSAccountId", List.of("111111111111"),
                "ActionName", List.of("Publish", "Receive")));
        for (int i = 1; i < 100; i++) {
            add.put("Label", "l" + i);
            sns.call("AddPermission", add);
        }
        add.put("Label", "l100");

        assertThat(sns.refused("AddPermission", add)).hasMessage("Invalid parameter: Policy Error: null");
    }

    @Test
    void dataProtection() {
        assertThat(sns.refused("CreateTopic", Map.of("Name", "t", "DataProtectionPolicy", "{}")))
                .hasMessageContaining("not supported by Aforo");
        assertThat(sns.refused("PutDataProtectionPolicy", Map.of("ResourceArn", "x", "DataProtectionPolicy", "{}"))
                .code()).isEqualTo("UnknownOperationException");
    }
}
