package org.aforo.service.queues.internal.op;

import static org.aforo.service.queues.internal.op.Sqs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.aforo.api.BenchSettings;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues' policies are taken at their word. */
class AccessTest {

    private static final String OWNER = BenchSettings.DEFAULT_ACCOUNT;
    private static final String OTHER = "222222222222";
    private static final String ARN = "arn:aws:sqs:us-east-1:" + OWNER + ":orders";

    private final Sqs sqs = new Sqs();
    private String url;

    @BeforeEach
    void makeQueue() {
        url = sqs.queue("orders");
    }

    @AfterEach
    void close() {
        sqs.close();
    }

    private void policy(String statements) {
        sqs.json("SetQueueAttributes", "QueueUrl", url, "Attributes", Map.of("Policy",
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements.replace('\'', '"') + "]}")).json();
    }

    private void allow(String action) {
        policy("{'Effect':'Allow','Principal':{'AWS':'" + OTHER + "'},'Action':'" + action + "','Resource':'" + ARN
                + "'}");
    }

    private Map<String, Object> as(String account, String operation, Object... more) {
        Map<String, Object> input = in("QueueUrl", url);
        input.putAll(in(more));
        return sqs.bench.call("sqs", operation, input, new Call("r", "sqs", account, "us-east-1", account));
    }

    private AwsError refused(String account, String operation, Object... more) {
        return catchThrowableOfType(AwsError.class, () -> as(account, operation, more));
    }

    private static String words(String account, String action) {
        return "User: arn:aws:iam::" + account + ":root is not authorized to perform: sqs:" + action + " on resource: "
                + ARN + " because no resource-based policy allows the sqs:" + action + " action";
    }

    @Test
    void anotherAccountMaySendOnceThePolicySaysSo() {
        assertThat(refused(OTHER, "SendMessage", "MessageBody", "m")).hasMessage(words(OTHER, "sendmessage"))
                .extracting(AwsError::code, AwsError::status).containsExactly("AccessDeniedException", 403);

        allow("sqs:SendMessage");

        assertThatCode(() -> as(OTHER, "SendMessage", "MessageBody", "m")).doesNotThrowAnyException();
        assertThat(refused(OTHER, "ReceiveMessage")).hasMessage(words(OTHER, "receivemessage"));
        assertThat(refused("333333333333", "SendMessage", "MessageBody", "m"))
                .hasMessage(words("333333333333", "sendmessage"));
        assertThat(sqs.receive(url)).hasSize(1);
    }

    @Test
    void whatIsAllowedForAMessageIsForABatch() {
        List<Map<String, Object>> entries = List.of(in("Id", "1", "MessageBody", "m"));
        assertThat(refused(OTHER, "SendMessageBatch", "Entries", entries)).hasMessage(words(OTHER, "sendmessage"));

        allow("SQS:SendMessage");

        assertThat(as(OTHER, "SendMessageBatch", "Entries", entries)).containsKey("Successful");
    }

    @Test
    void permissionsThatAreAddedAreInForceAndThoseRemovedAreNot() {
        sqs.json("AddPermission", "QueueUrl", url, "Label", "shared", "AWSAccountIds", List.of(OTHER), "Actions",
                List.of("ReceiveMessage")).json();
        assertThatCode(() -> as(OTHER, "ReceiveMessage")).doesNotThrowAnyException();

        sqs.json("RemovePermission", "QueueUrl", url, "Label", "shared").json();
        assertThat(refused(OTHER, "ReceiveMessage")).isNotNull();
    }

    @Test
    void noPolicySharesWhatIsTheOwnersAlone() {
        allow("sqs:*");

        assertOwners("AddPermission", "Label", "l", "AWSAccountIds", List.of(OTHER), "Actions", List.of("SendMessage"));
        assertOwners("RemovePermission", "Label", "l");
        assertOwners("SetQueueAttributes", "Attributes", Map.of("DelaySeconds", "1"));
        assertOwners("TagQueue", "Tags", Map.of("k", "v"));
        assertOwners("UntagQueue", "TagKeys", List.of("k"));
        assertOwners("ListQueueTags");
        assertOwners("DeleteQueue");
        AwsError error = catchThrowableOfType(AwsError.class, () -> sqs.bench.call("sqs", "ListMessageMoveTasks",
                in("SourceArn", ARN), new Call("r", "sqs", OTHER, "us-east-1", OTHER)));
        assertThat(error).hasMessage(words(OTHER, "listmessagemovetasks"));
    }

    private void assertOwners(String operation, Object... more) {
        assertThat(refused(OTHER, operation, more)).as(operation)
                .hasMessage(words(OTHER, operation.toLowerCase(Locale.ROOT)));
    }

    @Test
    void whatADenialShutsTheOwnerOutOfItCanUndo() {
        policy("{'Effect':'Deny','Principal':'*','Action':'sqs:*','Resource':'*'}");

        assertThat(refused(OWNER, "SendMessage", "MessageBody", "m")).hasMessage("User: arn:aws:iam::" + OWNER
                + ":root is not authorized to perform: sqs:sendmessage on resource: " + ARN
                + " with an explicit deny in a resource-based policy");
        assertThat(refused(OWNER, "DeleteQueue")).isNotNull();
        assertThat(as(OWNER, "GetQueueAttributes", "AttributeNames", List.of("Policy"))).isNotEmpty();

        as(OWNER, "SetQueueAttributes", "Attributes", Map.of("Policy", ""));
        assertThatCode(() -> as(OWNER, "SendMessage", "MessageBody", "m")).doesNotThrowAnyException();
    }

    @Test
    void aPolicyOutlivesTheBench() {
        allow("sqs:SendMessage");

        sqs.bench.restart();

        assertThatCode(() -> as(OTHER, "SendMessage", "MessageBody", "m")).doesNotThrowAnyException();
        assertThat(refused(OTHER, "ReceiveMessage")).isNotNull();
    }

    @Test
    void bothProtocolsTellTheSame() {
        policy("{'Effect':'Deny','Principal':'*','Action':'sqs:SendMessage'}");

        Answer json = sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "m");
        assertThat(json.status()).isEqualTo(403);
        assertThat((String) json.members().get("__type")).endsWith("#AccessDeniedException");
        assertThat(json.members().get("message").toString())
                .endsWith("with an explicit deny in a resource-based policy");
        assertThat(json.header("x-amzn-query-error")).isEqualTo("AccessDenied;Sender");

        Answer query = sqs.queryOf("SendMessage", in("QueueUrl", url, "MessageBody", "m"));
        assertThat(query.status()).isEqualTo(403);
        assertThat(query.element("Code")).isEqualTo("AccessDenied");
        assertThat(query.element("Type")).isEqualTo("Sender");
    }

    @Test
    void whereACallerIsAndHowItCallsIsKnown() {
        policy("{'Effect':'Deny','Principal':'*','Action':'sqs:SendMessage','Condition':"
                + "{'IpAddress':{'aws:SourceIp':['127.0.0.0/8','::1/128']},'Bool':{'aws:SecureTransport':'false'}}}");
        assertThat(sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "m").status()).isEqualTo(403);

        policy("{'Effect':'Deny','Principal':'*','Action':'sqs:SendMessage','Condition':"
                + "{'IpAddress':{'aws:SourceIp':'10.0.0.0/8'}}}");
        assertThat(sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "m").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'Effect':'Permit','Principal':'*','Action':'sqs:*'}",
            "{'Effect':'Allow','Principal':{'AWS':'12'},'Action':'sqs:*'}",
            "{'Effect':'Allow','Principal':'*','Action':'sqs:*','Condition':{'Same':{'aws:SourceIp':'1'}}}"})
    void whatCanBeNoPolicyIsRefused(String statement) {
        AwsError error = refused(OWNER, "SetQueueAttributes", "Attributes",
                Map.of("Policy", "{\"Statement\":" + statement.replace('\'', '"') + "}"));

        assertThat(error).hasMessage("Invalid value for the parameter Policy.").extracting(AwsError::code)
                .isEqualTo("InvalidAttributeValue");
    }
}
