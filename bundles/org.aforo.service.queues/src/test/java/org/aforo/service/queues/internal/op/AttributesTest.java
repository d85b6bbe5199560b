package org.aforo.service.queues.internal.op;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Queues' attributes: what they are unless told, what they may be, and what is said of those they may not. */
class AttributesTest {

    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    private final Sqs sqs = new Sqs();

    @AfterEach
    void close() {
        sqs.close();
    }

    private Map<String, Object> all(String url) {
        return sqs.json("GetQueueAttributes", "QueueUrl", url, "AttributeNames", List.of("All")).map("Attributes");
    }

    private Answer set(String url, String name, String value) {
        return sqs.json("SetQueueAttributes", "QueueUrl", url, "Attributes", Map.of(name, value));
    }

    private String refused(String url, String name, String value) {
        Answer answer = set(url, name, value);
        assertThat(answer.status()).as(name + "=" + value).isEqualTo(400);
        return (String) answer.members().get("message");
    }

    @Test
    void asMade() {
        String second = Long.toString(sqs.bench.bench().clock().millis() / 1_000);
        String url = sqs.queue("a");

        assertThat(all(url)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(Map.entry("QueueArn", ARN + "a"),
                Map.entry("ApproximateNumberOfMessages", "0"), Map.entry("ApproximateNumberOfMessagesNotVisible", "0"),
                Map.entry("ApproximateNumberOfMessagesDelayed", "0"), Map.entry("CreatedTimestamp", second),
                Map.entry("LastModifiedTimestamp", second), Map.entry("VisibilityTimeout", "30"),
                Map.entry("MaximumMessageSize", "1048576"), Map.entry("MessageRetentionPeriod", "345600"),
                Map.entry("DelaySeconds", "0"), Map.entry("ReceiveMessageWaitTimeSeconds", "0"),
                Map.entry("SqsManagedSseEnabled", "true")));
        assertThat(all(sqs.queue("a.fifo"))).containsEntry("FifoQueue", "true")
                .containsEntry("ContentBasedDeduplication", "false").containsEntry("DeduplicationScope", "queue")
                .containsEntry("FifoThroughputLimit", "perQueue");
        assertThat(sqs.json("GetQueueAttributes", "QueueUrl", url).json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"VisibilityTimeout,0,43200", "DelaySeconds,0,900", "MessageRetentionPeriod,60,1209600",
            "ReceiveMessageWaitTimeSeconds,0,20", "MaximumMessageSize,1024,1048576",
            "KmsDataKeyReusePeriodSeconds,60,86400"})
    void ranges(String name, int least, int most) {
        String url = sqs.queue("a", "KmsMasterKeyId", "alias/aws/sqs");
        for (int good : new int[] {least, most}) {
            assertThat(set(url, name, Integer.toString(good)).status()).isEqualTo(200);
            assertThat(sqs.attribute(url, name)).isEqualTo(Integer.toString(good));
        }
        for (String bad : List.of(Integer.toString(least - 1), Integer.toString(most + 1), "", "x", "1.5")) {
            assertThat(refused(url, name, bad)).isEqualTo("Invalid value for the parameter " + name + '.');
        }
        assertThat(sqs.attribute(url, name)).isEqualTo(Integer.toString(most));
    }

    @Test
    void theCoursesLargestMessage() {
        sqs.bench.bench().quotas().override("sqs.message-bytes", 262_144L);
        String url = sqs.queue("a");

        assertThat(sqs.attribute(url, "MaximumMessageSize")).isEqualTo("262144");
        assertThat(refused(url, "MaximumMessageSize", "262145")).contains("MaximumMessageSize");
        assertThat(sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "a".repeat(262_145)).members())
                .containsEntry("message",
                        "One or more parameters are invalid. Reason: Message must be shorter than 262144 bytes.");
        assertThat(sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "a".repeat(262_144)).status())
                .isEqualTo(200);
    }

    @Test
    void settingTellsWhen() {
        String url = sqs.queue("a");
        sqs.advance(Duration.ofSeconds(5));
        set(url, "DelaySeconds", "1");

        assertThat(Long.parseLong(sqs.attribute(url, "LastModifiedTimestamp")))
                .isEqualTo(Long.parseLong(sqs.attribute(url, "CreatedTimestamp")) + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FifoQueue", "ContentBasedDeduplication", "QueueArn", "CreatedTimestamp",
            "ApproximateNumberOfMessages", "All", "x"})
    void whatAStandardQueueHasNot(String name) {
        assertThat(refused(sqs.queue("a"), name, "true")).isEqualTo("Unknown Attribute " + name + '.');
    }

    @Test
    void fifo() {
        String url = sqs.queue("a.fifo");

        assertThat(refused(url, "FifoQueue", "false"))
                .isEqualTo("Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported.");
        assertThat(set(url, "FifoQueue", "true").status()).isEqualTo(200);
        assertThat(refused(url, "DeduplicationScope", "x")).contains("DeduplicationScope");
        assertThat(refused(url, "FifoThroughputLimit", "perMessageGroupId")).contains("DeduplicationScope is");
        assertThat(set(url, "DeduplicationScope", "messageGroup").status()).isEqualTo(200);
        assertThat(set(url, "FifoThroughputLimit", "perMessageGroupId").status()).isEqualTo(200);
        assertThat(refused(sqs.queue("b"), "FifoThroughputLimit", "perQueue"))
                .isEqualTo("You can specify the FifoThroughputLimit only when FifoQueue is set to true.");
    }

    @Test
    void oneKindOfEncryption() {
        String both = "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or "
                + "SQS SSE.";
        String url = sqs.queue("a", "KmsMasterKeyId", "alias/aws/sqs");
        assertThat(all(url)).containsEntry("KmsMasterKeyId", "alias/aws/sqs").containsEntry("SqsManagedSseEnabled",
                "false").containsEntry("KmsDataKeyReusePeriodSeconds", "300");
        assertThat(refused(url, "SqsManagedSseEnabled", "true")).isEqualTo(both);
        set(url, "KmsMasterKeyId", "");
        assertThat(all(url)).doesNotContainKey("KmsMasterKeyId").containsEntry("SqsManagedSseEnabled", "false");
        set(url, "SqsManagedSseEnabled", "true");
        assertThat(sqs.attribute(url, "SqsManagedSseEnabled")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "x|Invalid value for the parameter RedrivePolicy. Reason: Redrive policy is not a valid JSON map.",
            "[]|Invalid value for the parameter RedrivePolicy. Reason: Redrive policy is not a valid JSON map.",
            "{}|Value {} for parameter RedrivePolicy is invalid. Reason: Redrive policy does not contain mandatory "
                    + "attribute: maxReceiveCount.",
            "{\"maxReceiveCount\":5}|Value {\"maxReceiveCount\":5} for parameter RedrivePolicy is invalid. Reason: Redrive "
                    + "policy does not contain mandatory attribute: deadLetterTargetArn."})
    void redrivePoliciesThatAreNone(String policy, String message) {
        assertThat(refused(sqs.queue("a"), "RedrivePolicy", policy)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "dummy|5|Invalid value for deadLetterTargetArn.",
            "arn:aws:sns:us-east-1:000000000000:t|5|Only SQS queues are valid resources for deadLetterTargetArn.",
            "arn:aws:sqs:us-east-1:000000000000:none|5|Dead letter target does not exist.",
            "arn:aws:sqs:us-east-1:000000000000:d.fifo|5|Dead-letter queue must be same type of queue as the source..",
            "arn:aws:sqs:eu-west-1:000000000000:d|5|Dead-letter target must be in same region as the source.",
            "arn:aws:sqs:us-east-1:111122223333:d|5|Dead-letter target owner should be same as the source.",
            "arn:aws:sqs:us-east-1:000000000000:d|0|Invalid value for maxReceiveCount: 0, valid values are from 1 to 1000 "
                    + "both inclusive.",
            "arn:aws:sqs:us-east-1:000000000000:d|1001|Invalid value for maxReceiveCount: 1001, valid values are from 1 "
                    + "to 1000 both inclusive."})
    void redrivePoliciesThatLeadNowhere(String target, String count, String reason) {
        sqs.queue("d");
        String policy = "{\"deadLetterTargetArn\":\"" + target + "\",\"maxReceiveCount\":" + count + "}";

        assertThat(refused(sqs.queue("a"), "RedrivePolicy", policy))
                .isEqualTo("Value " + policy + " for parameter RedrivePolicy is invalid. Reason: " + reason);
    }

    @Test
    void redrivePolicies() {
        sqs.queue("d");
        String policy = "{\"deadLetterTargetArn\":\"" + ARN + "d\",\"maxReceiveCount\":5}";
        String url = sqs.queue("a", "RedrivePolicy", policy.replace("5", "\"5\""));

        assertThat(sqs.attribute(url, "RedrivePolicy")).isEqualTo(policy);
        assertThat(sqs.json("ListDeadLetterSourceQueues", "QueueUrl", "http://x/000000000000/d").json())
                .isEqualTo(Map.of("queueUrls", List.of(url)));
        set(url, "RedrivePolicy", "");
        assertThat(sqs.attribute(url, "RedrivePolicy")).isNull();
        assertThat(sqs.json("ListDeadLetterSourceQueues", "QueueUrl", "http://x/000000000000/d").json())
                .isEqualTo(Map.of("queueUrls", List.of()));
    }

    @Test
    void whoMayUseADeadLetterQueue() {
        String dead = sqs.queue("d", "RedriveAllowPolicy", "{\"redrivePermission\":\"denyAll\"}");
        String url = sqs.queue("a");
        String policy = "{\"deadLetterTargetArn\":\"" + ARN + "d\",\"maxReceiveCount\":5}";
        assertThat(refused(url, "RedrivePolicy", policy)).contains("redrive allow policy");

        String allow = "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + ARN + "a\"]}";
        assertThat(set(dead, "RedriveAllowPolicy", allow).status()).isEqualTo(200);
        assertThat(sqs.attribute(dead, "RedriveAllowPolicy")).isEqualTo(allow);
        assertThat(set(url, "RedrivePolicy", policy).status()).isEqualTo(200);
    }

    @Test
    void allowPoliciesThatAreNone() {
        String url = sqs.queue("a");
        String format = "Invalid value for the parameter RedriveAllowPolicy. Reason: Amazon SQS can't create the redrive "
                + "allow policy, as it\u2019s in an unsupported format.";
        for (String bad : List.of("x", "[]", "{}", "{\"redrivePermission\":\"some\"}",
                "{\"redrivePermission\":\"allowAll\",\"x\":1}",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":\"a\"}",
                "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[1]}")) {
            assertThat(refused(url, "RedriveAllowPolicy", bad)).isEqualTo(format);
        }
        assertThat(refused(url, "RedriveAllowPolicy", "{\"redrivePermission\":\"byQueue\"}"))
                .endsWith("you must also specify one or more sourceQueueArns values.");
        assertThat(refused(url, "RedriveAllowPolicy", "{\"redrivePermission\":\"denyAll\",\"sourceQueueArns\":[]}"))
                .endsWith("To specify one or more source queue ARNs, you must set redrivePermission to byQueue.");
        assertThat(refused(url, "RedriveAllowPolicy", "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":["
                + "\"a\",".repeat(10) + "\"a\"]}"))
                .endsWith("The maximum number of source queue ARNs you can specify is 10.");
    }

    @Test
    void madeTwice() {
        String url = sqs.queue("a", "DelaySeconds", "1", "SqsManagedSseEnabled", "true");

        assertThat(sqs.queue("a")).isEqualTo(url);
        assertThat(sqs.queue("a", "DelaySeconds", "1")).isEqualTo(url);
        assertThat(sqs.json("CreateQueue", "QueueName", "a", "Attributes", Map.of("DelaySeconds", "2")).members())
                .containsEntry("__type", "com.amazonaws.sqs#QueueNameExists").containsEntry("message",
                        "A queue already exists with the same name and a different value for attribute DelaySeconds");
    }

    @Test
    void madeAnewOnlyAfterAMinute() {
        String url = sqs.queue("a");
        sqs.json("DeleteQueue", "QueueUrl", url).json();

        Answer soon = sqs.json("CreateQueue", "QueueName", "a");
        assertThat(soon.header("x-amzn-query-error")).isEqualTo("AWS.SimpleQueueService.QueueDeletedRecently;Sender");
        sqs.advance(Duration.ofSeconds(60));
        assertThat(sqs.queue("a")).isEqualTo(url);
    }

    @Test
    void tags() {
        String url = sqs.json("CreateQueue", "QueueName", "a", "tags", Map.of("one", "1")).text("QueueUrl");
        sqs.json("TagQueue", "QueueUrl", url, "Tags", Map.of("two", "2", "three", "")).json();
        sqs.json("UntagQueue", "QueueUrl", url, "TagKeys", List.of("one", "none")).json();

        assertThat(sqs.json("ListQueueTags", "QueueUrl", url).map("Tags"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("two", "2", "three", ""));
        assertThat(sqs.queryOf("ListQueueTags", Map.of("QueueUrl", url)).text()).contains("<Tag><Key>two</Key>");
    }

    @Test
    void permissionsAreStatementsOfThePolicy() {
        String url = sqs.queue("a");
        List<String> accounts = List.of("111122223333", "444455556666");
        sqs.json("AddPermission", "QueueUrl", url, "Label", "one", "AWSAccountIds", accounts, "Actions",
                List.of("ReceiveMessage")).json();
        assertThat(sqs.attribute(url, "Policy")).isEqualTo("{\"Version\":\"2008-10-17\",\"Id\":\"" + ARN
                + "a/SQSDefaultPolicy\",\"Statement\":[{\"Sid\":\"one\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":["
                + "\"arn:aws:iam::111122223333:root\",\"arn:aws:iam::444455556666:root\"]},"
                + "\"Action\":\"SQS:ReceiveMessage\",\"Resource\":\"" + ARN + "a\"}]}");
        assertThat(sqs.json("AddPermission", "QueueUrl", url, "Label", "one", "AWSAccountIds", accounts, "Actions",
                List.of("*")).members()).containsEntry("message",
                        "Value one for parameter Label is invalid. Reason: Already exists.");

        sqs.json("AddPermission", "QueueUrl", url, "Label", "two", "AWSAccountIds", accounts.subList(0, 1), "Actions",
                List.of("*", "SendMessage")).json();
        sqs.json("RemovePermission", "QueueUrl", url, "Label", "one").json();
        assertThat(sqs.attribute(url, "Policy")).contains("\"Sid\":\"two\"").doesNotContain("\"Sid\":\"one\"")
                .contains("\"AWS\":\"arn:aws:iam::111122223333:root\"")
                .contains("\"Action\":[\"SQS:*\",\"SQS:SendMessage\"]");
        sqs.json("RemovePermission", "QueueUrl", url, "Label", "two").json();
        assertThat(sqs.attribute(url, "Policy")).isNull();
    }

    @Test
    void policiesAreKeptAsGiven() {
        String policy = "{ \"Statement\": {\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sqs:DeleteQueue\"} }";
        String url = sqs.queue("a", "Policy", policy);

        assertThat(sqs.attribute(url, "Policy")).isEqualTo(policy);
        assertThat(refused(url, "Policy", "{}")).isEqualTo("Invalid value for the parameter Policy.");
        assertThat(set(url, "Policy", "").status()).isEqualTo(200);
        assertThat(sqs.attribute(url, "Policy")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "{'Statement':[%s]}|{'Effect':'Deny','Principal':'*','Action':'sqs:DeleteQueue'}|20"
                    + "|%d statements were found in the submitted policy, max allowed is 20",
            "{'Statement':{'Effect':'Deny','Principal':'*','Action':[%s]}}|'SQS:SendMessage'|7"
                    + "|%d actions were found in a statement from the submitted policy, max allowed is 7",
            "{'Statement':{'Effect':'Deny','Action':'sqs:DeleteQueue','Principal':{'Service':'x','AWS':[%s]}}}|'111122223333'|49"
                    + "|51 principals were found in a statement from the submitted policy, max allowed is 50",
            "{'Statement':{'Effect':'Deny','Principal':'*','Action':'sqs:DeleteQueue','Condition':{'ArnLike':{%s}}}}|'key #':'value'|10"
                    + "|%d conditions were found in a statement from the submitted policy, max allowed is 10"})
    void policiesAreSoLargeAtMost(String policy, String part, int most, String message) {
        String url = sqs.queue("a");
        assertThat(set(url, "Policy", policy(policy, part, most)).status()).isEqualTo(200);

        Answer refused = set(url, "Policy", policy(policy, part, most + 1));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.members()).containsEntry("__type", "com.amazonaws.sqs#OverLimit").containsEntry("message",
                message.replace("%d", Integer.toString(most + 1)));
    }

    private static String policy(String policy, String part, int parts) {
        return policy.replace("%s", IntStream.range(0, parts).mapToObj(i -> part.replace("#", Integer.toString(i)))
                .collect(Collectors.joining(","))).replace('\'', '"');
    }

    @Test
    void policiesAndPermissionsStayWithinTheirLimits() {
        String url = sqs.queue("a");
        String most = "{\"Statement\":{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sqs:DeleteQueue\",\"Sid\":\"\"}}";
        String sid = "x".repeat(8_192 - most.length());
        assertThat(set(url, "Policy", most.replace("\"\"", '"' + sid + '"')).status()).isEqualTo(200);
        assertThat(set(url, "Policy", most.replace("\"\"", "\"x" + sid + '"')).members()).containsEntry("message",
                "Submitted policy is over max allowed size.");
        assertThat(permit(url, "one").members()).containsEntry("message",
                "Submitted policy is over max allowed size.");

        set(url, "Policy", "").json();
        for (int i = 0; i < 20; i++) {
            permit(url, "l" + i).json();
        }
        assertThat(permit(url, "one").members()).containsEntry("message",
                "21 statements were found in the submitted policy, max allowed is 20");
    }

    private Answer permit(String url, String label) {
        return sqs.json("AddPermission", "QueueUrl", url, "Label", label, "AWSAccountIds", List.of("111122223333"),
                "Actions", List.of("SendMessage"));
    }

    @Test
    void listsPageByPage() {
        for (String name : List.of("b1", "a2", "a1", "a3")) {
            sqs.queue(name);
        }

        Answer first = sqs.json("ListQueues", "QueueNamePrefix", "a", "MaxResults", 2);
        Answer second = sqs.json("ListQueues", "QueueNamePrefix", "a", "MaxResults", 2, "NextToken",
                first.text("NextToken"));

        String root = sqs.bench.http().resolve("/000000000000/").toString();
        assertThat(first.json().get("QueueUrls")).isEqualTo(List.of(root + "a1", root + "a2"));
        assertThat(second.json()).isEqualTo(Map.of("QueueUrls", List.of(root + "a3")));
        assertThat(sqs.json("ListQueues", "QueueNamePrefix", "c").json()).isEmpty();
    }
}
