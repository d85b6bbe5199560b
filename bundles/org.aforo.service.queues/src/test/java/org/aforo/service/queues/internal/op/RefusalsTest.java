package org.aforo.service.queues.internal.op;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.aforo.service.queues.internal.op.Sqs.in;
import static org.assertj.core.api.Assertions.assertThat;

/** What isn't taken, and what is said of it: code, status and words, in both protocols. */
class RefusalsTest {

    private static final Sqs SQS = new Sqs();
    private static final String URL = "http://x/000000000000/standard";
    private static final String FIFO = "http://x/000000000000/ordered.fifo";
    private static final String INVALID = "InvalidParameterValueException";
    private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

    @AfterAll
    static void close() {
        SQS.close();
    }

    /**
     * @param type  the error's shape
     * @param query its code in the query protocol
     */
    record Case(String operation, Map<String, Object> input, String type, String query, int status, String message) {

        static Case of(String operation, String type, String query, int status, String message, Object... input) {
            return new Case(operation, in(input), type, query, status, message);
        }

        static Case invalid(String operation, String message, Object... input) {
            return of(operation, INVALID, "InvalidParameterValue", 400, message, input);
        }

        @Override
        public String toString() {
            return operation + ": " + message;
        }
    }

    static Stream<Case> cases() {
        SQS.queue("standard");
        SQS.queue("ordered.fifo");
        return Stream.of(names(), lists(), sends(), receives(), handles(), batches(), attributes(), moves(),
                permissions()).flatMap(List::stream);
    }

    private static List<Case> names() {
        String standard = "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length";
        String fifo = "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must "
                + "end with .fifo suffix and be 1 to 80 in length.";
        return List.of(
                Case.invalid("CreateQueue", standard, "QueueName", "a b"),
                Case.invalid("CreateQueue", standard, "QueueName", "a.fifo"),
                Case.invalid("CreateQueue", standard, "QueueName", "a".repeat(81)),
                Case.invalid("CreateQueue", fifo, "QueueName", "a", "Attributes", Map.of("FifoQueue", "true")),
                Case.invalid("CreateQueue", fifo, "QueueName", "a".repeat(76) + ".fifo", "Attributes",
                        Map.of("FifoQueue", "true")),
                Case.invalid("CreateQueue", "Tag values must be between 0 and 256 characters in length.", "QueueName",
                        "b", "tags", Map.of("k", "v".repeat(257))),
                Case.of("GetQueueUrl", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400,
                        "The specified queue does not exist.", "QueueName", "none"),
                Case.of("DeleteQueue", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400,
                        "The specified queue does not exist.", "QueueUrl", URL + "x"),
                Case.of("CreateQueue", "QueueNameExists", "QueueAlreadyExists", 400, "A queue already exists with the "
                        + "same name and a different value for attribute DelaySeconds", "QueueName", "standard",
                        "Attributes", Map.of("DelaySeconds", "5")));
    }

    private static List<Case> lists() {
        String range = " for parameter MaxResults is invalid. Reason: MaxResults must be an integer between 1 and 1000.";
        return List.of(Case.invalid("ListQueues", "Value 0" + range, "MaxResults", 0),
                Case.invalid("ListQueues", "Value 1001" + range, "MaxResults", 1001),
                Case.invalid("ListQueues", "Invalid or expired next token.", "NextToken", "%", "MaxResults", 1),
                Case.invalid("ListDeadLetterSourceQueues", "Value 0" + range, "QueueUrl", URL, "MaxResults", 0));
    }

    private static List<Case> sends() {
        String type = "The request include parameter that is not valid for this queue type.";
        String id = "can only include alphanumeric and punctuation characters. 1 to 128 in length.";
        return List.of(
                Case.of("SendMessage", "MissingRequiredParameterException", "MissingParameter", 400,
                        "The request must contain the parameter MessageBody.", "QueueUrl", URL, "MessageBody", ""),
                Case.of("SendMessage", "InvalidMessageContents", "InvalidMessageContents", 400,
                        "Invalid binary character "
                                + "'#x7' was found in the message body, the set of allowed characters is #x9 | #xA | #xD | "
                                + "[#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].",
                        "QueueUrl", URL, "MessageBody",
                        "a\u0007"),
                Case.invalid("SendMessage", "One or more parameters are invalid. Reason: Message must be shorter than "
                        + "1048576 bytes.", "QueueUrl", URL, "MessageBody", "a".repeat((1 << 20) + 1)),
                Case.invalid("SendMessage",
                        "Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be "
                                + ">= 0 and <= 900.",
                        "QueueUrl", URL, "MessageBody", "a", "DelaySeconds", 901),
                Case.invalid("SendMessage", "Value 2 for parameter DelaySeconds is invalid. Reason: " + type,
                        "QueueUrl",
                        FIFO, "MessageBody", "a", "DelaySeconds", 2, "MessageGroupId", "g"),
                Case.invalid("SendMessage", "Value d for parameter MessageDeduplicationId is invalid. Reason: " + type,
                        "QueueUrl", URL, "MessageBody", "a", "MessageDeduplicationId", "d"),
                Case.of("SendMessage", "MissingRequiredParameterException", "MissingParameter", 400,
                        "The request must contain the parameter MessageGroupId.", "QueueUrl", FIFO, "MessageBody", "a"),
                Case.invalid("SendMessage", "The queue should either have ContentBasedDeduplication enabled or "
                        + "MessageDeduplicationId provided explicitly", "QueueUrl", FIFO, "MessageBody", "a",
                        "MessageGroupId", "g"),
                Case.invalid("SendMessage", "Value g g for parameter MessageGroupId is invalid. Reason: MessageGroupId "
                        + id, "QueueUrl", URL, "MessageBody", "a", "MessageGroupId", "g g"),
                Case.invalid("SendMessage", "Value  for parameter MessageDeduplicationId is invalid. Reason: "
                        + "MessageDeduplicationId " + id, "QueueUrl", FIFO, "MessageBody", "a", "MessageGroupId", "g",
                        "MessageDeduplicationId", ""));
    }

    private static List<Case> receives() {
        return List.of(
                Case.invalid("ReceiveMessage", "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be "
                        + "between 1 and 10, if provided.", "QueueUrl", URL, "MaxNumberOfMessages", 11),
                Case.invalid("ReceiveMessage", "Value 0 for parameter MaxNumberOfMessages is invalid. Reason: Must be "
                        + "between 1 and 10, if provided.", "QueueUrl", URL, "MaxNumberOfMessages", 0),
                Case.invalid("ReceiveMessage",
                        "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 "
                                + "and <= 20, if provided.",
                        "QueueUrl", URL, "WaitTimeSeconds", 21),
                Case.invalid("ReceiveMessage",
                        "Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be "
                                + ">= 0 and <= 43200, if provided.",
                        "QueueUrl", URL, "VisibilityTimeout", 43201),
                Case.of("ReceiveMessage", "InvalidAttributeName", "InvalidAttributeName", 400,
                        "Unknown Attribute Size.",
                        "QueueUrl", URL, "MessageSystemAttributeNames", List.of("SenderId", "Size")),
                Case.of("ReceiveMessage", "InvalidAttributeName", "InvalidAttributeName", 400,
                        "Unknown Attribute Size.",
                        "QueueUrl", URL, "AttributeNames", List.of("Size")),
                Case.invalid("ReceiveMessage", "Value i for parameter ReceiveRequestAttemptId is invalid. Reason: The "
                        + "request include parameter that is not valid for this queue type.", "QueueUrl", URL,
                        "ReceiveRequestAttemptId", "i"));
    }

    private static List<Case> handles() {
        String bad = "The input receipt handle \"x\" is not a valid receipt handle.";
        return List.of(
                Case.of("DeleteMessage", "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", 404, bad, "QueueUrl", URL,
                        "ReceiptHandle", "x"),
                Case.of("ChangeMessageVisibility", "ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", 404, bad,
                        "QueueUrl", URL, "ReceiptHandle", "x", "VisibilityTimeout", 0),
                Case.invalid("ChangeMessageVisibility",
                        "Value 43201 for parameter VisibilityTimeout is invalid. Reason: "
                                + "VisibilityTimeout must be an integer between 0 and 43200.",
                        "QueueUrl", URL, "ReceiptHandle",
                        "x", "VisibilityTimeout", 43201));
    }

    private static List<Case> batches() {
        List<Case> all = new ArrayList<>();
        for (String operation : List.of("SendMessageBatch", "DeleteMessageBatch", "ChangeMessageVisibilityBatch")) {
            String code = "AWS.SimpleQueueService.";
            all.add(Case.of(operation, "TooManyEntriesInBatchRequest", code + "TooManyEntriesInBatchRequest", 400,
                    "Maximum number of entries per request are 10. You have sent 11.", "QueueUrl", URL, "Entries",
                    IntStream.range(0, 11).mapToObj(n -> in("Id", "n" + n)).toList()));
            for (String id : List.of("a:b", "a".repeat(81))) {
                all.add(Case.of(operation, "InvalidBatchEntryId", code + "InvalidBatchEntryId", 400,
                        "A batch entry id can "
                                + "only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters "
                                + "long.",
                        "QueueUrl", URL, "Entries", List.of(in("Id", id))));
            }
            all.add(Case.of(operation, "BatchEntryIdsNotDistinct", code + "BatchEntryIdsNotDistinct", 400,
                    "Id a repeated.", "QueueUrl", URL, "Entries", List.of(in("Id", "a"), in("Id", "a"))));
            all.add(Case.of(operation, "MissingRequiredParameterException", "MissingParameter", 400,
                    "A batch entry id is a required field", "QueueUrl", URL, "Entries",
                    List.of(in("ReceiptHandle", "a", "MessageBody", "b"))));
        }
        all.add(Case.of("SendMessageBatch", "BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong", 400,
                "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.", "QueueUrl", URL,
                "Entries", List.of(in("Id", "a", "MessageBody", "a".repeat(1 << 20)),
                        in("Id", "b", "MessageBody", "b"))));
        all.add(Case.invalid("SendMessageBatch", "The request must contain the parameter MessageGroupId.", "QueueUrl",
                FIFO,
                "Entries", List.of(in("Id", "a", "MessageBody", "b"))));
        return all;
    }

    private static List<Case> attributes() {
        return List.of(
                Case.of("GetQueueAttributes", "InvalidAttributeName", "InvalidAttributeName", 400,
                        "Unknown Attribute Size.", "QueueUrl", URL, "AttributeNames", List.of("Size")),
                Case.of("SetQueueAttributes", "InvalidAttributeName", "InvalidAttributeName", 400,
                        "Unknown Attribute QueueArn.", "QueueUrl", URL, "Attributes", Map.of("QueueArn", "x")),
                Case.of("SetQueueAttributes", "InvalidAttributeValue", "InvalidAttributeValue", 400,
                        "Invalid value for the parameter DelaySeconds.", "QueueUrl", URL, "Attributes",
                        Map.of("DelaySeconds", "soon")),
                Case.of("SetQueueAttributes", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400,
                        "The specified queue does not exist.", "QueueUrl", URL + "x", "Attributes",
                        Map.of("DelaySeconds", "1")),
                Case.of("TagQueue", "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", 400,
                        "The specified queue does not exist.", "QueueUrl", URL + "x", "Tags", Map.of("k", "v")));
    }

    private static List<Case> moves() {
        String format = "You must use this format to specify the SourceArn: "
                + "arn:<partition>:<service>:<region>:<account-id>:<resource-id>";
        String none = "The resource that you specified for the SourceArn parameter doesn't exist.";
        return List.of(Case.invalid("StartMessageMoveTask", format, "SourceArn", "x"),
                Case.invalid("ListMessageMoveTasks", format, "SourceArn", "arn:aws:sns:us-east-1:000000000000:x"),
                Case.of("StartMessageMoveTask", "ResourceNotFoundException", "ResourceNotFoundException", 404, none,
                        "SourceArn", ARN + "none"),
                Case.of("ListMessageMoveTasks", "ResourceNotFoundException", "ResourceNotFoundException", 404, none,
                        "SourceArn", ARN + "none"),
                Case.invalid("StartMessageMoveTask", "Source queue must be configured as a Dead Letter Queue.",
                        "SourceArn",
                        ARN + "standard"),
                Case.invalid("ListMessageMoveTasks",
                        "Value 11 for parameter MaxResults is invalid. Reason: You must enter "
                                + "a value between 1 and 10.",
                        "SourceArn", ARN + "standard", "MaxResults", 11),
                Case.invalid("CancelMessageMoveTask", "Value for parameter TaskHandle is invalid.", "TaskHandle", "x"),
                Case.of("CancelMessageMoveTask", "ResourceNotFoundException", "ResourceNotFoundException", 404, none,
                        "TaskHandle", handle("none")),
                Case.of("CancelMessageMoveTask", "ResourceNotFoundException", "ResourceNotFoundException", 404,
                        "Task does not exist.", "TaskHandle", handle("standard")));
    }

    private static String handle(String queue) {
        return Base64.getEncoder().encodeToString(("{\"taskId\":\"1\",\"sourceArn\":\"" + ARN + queue + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static List<Case> permissions() {
        List<String> account = List.of("111122223333");
        return List.of(
                Case.invalid("AddPermission",
                        "Value SQS:Dance for parameter ActionName is invalid. Reason: Please refer to "
                                + "the appropriate WSDL for a list of valid actions. ",
                        "QueueUrl", URL, "Label", "l",
                        "AWSAccountIds", account, "Actions", List.of("Dance")),
                Case.invalid("AddPermission",
                        "Value SQS:DeleteQueue for parameter ActionName is invalid. Reason: Only the "
                                + "queue owner is allowed to invoke this action.",
                        "QueueUrl", URL, "Label", "l",
                        "AWSAccountIds", account, "Actions", List.of("DeleteQueue")),
                Case.invalid("AddPermission",
                        "Value [1] for parameter PrincipalId is invalid. Reason: Unable to verify.",
                        "QueueUrl", URL, "Label", "l", "AWSAccountIds", List.of("1"), "Actions",
                        List.of("SendMessage")),
                Case.of("AddPermission", "OverLimit", "OverLimit", 403, "8 Actions were found, maximum allowed is 7.",
                        "QueueUrl", URL, "Label", "l", "AWSAccountIds", account, "Actions",
                        IntStream.range(0, 8).mapToObj(n -> "SendMessage").toList()),
                Case.invalid("RemovePermission", "Value l for parameter Label is invalid. Reason: can't find label.",
                        "QueueUrl", URL, "Label", "l"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refused(Case refused) {
        Answer json = SQS.jsonOf(refused.operation, refused.input);
        assertThat(json.members()).isEqualTo(Map.of("__type", "com.amazonaws.sqs#" + refused.type, "message",
                refused.message));
        assertThat(json.status()).isEqualTo(refused.status);
        assertThat(json.header("x-amzn-query-error")).isEqualTo(refused.query + ";Sender");

        Answer query = SQS.queryOf(refused.operation, refused.input);
        assertThat(query.element("Code")).isEqualTo(refused.query);
        assertThat(query.status()).isEqualTo(refused.status);
        if (!refused.type.equals("QueueDoesNotExist")) {
            assertThat(plain(query.element("Message"))).isEqualTo(refused.message);
        }
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'")
                .replace("&#xA;", "\n").replace("&amp;", "&");
    }
}
