package org.aforo.service.queues.internal.op;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.fault.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.aforo.service.queues.internal.op.Sqs.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Messages as clients send and receive them: digests and attributes. */
class MessagesTest {

    private final Sqs sqs = new Sqs();

    @AfterEach
    void close() {
        sqs.close();
    }

    private static Map<String, Object> string(String value) {
        return in("DataType", "String", "StringValue", value);
    }

    private Answer send(String url, Map<String, Object> attributes) {
        return sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "msg", "MessageAttributes", attributes);
    }

    private String refused(Map<String, Object> attributes) {
        Answer answer = send(sqs.queue("a"), attributes);
        assertThat(answer.status()).isEqualTo(400);
        return (String) answer.members().get("message");
    }

    /** Digests are those that AWS gives. */
    @Test
    void attributesAreToldAsAskedFor() {
        String url = sqs.queue("a", "VisibilityTimeout", "0");
        Answer sent = send(url, in("Hello", string("There"), "General", string("Kenobi"), "Help.Me", string("Me")));
        assertThat(sent.text("MD5OfMessageBody")).isEqualTo("6e2baaf3b97dbeef01c0043275f9a0e7");
        assertThat(sent.text("MD5OfMessageAttributes")).isEqualTo("4c360f3fdafd970e05fae2f149d997f5");

        Map<List<String>, String> expected = new HashMap<>();
        expected.put(List.of(), null);
        expected.put(List.of("None"), null);
        expected.put(List.of("All"), "4c360f3fdafd970e05fae2f149d997f5");
        expected.put(List.of(".*"), "4c360f3fdafd970e05fae2f149d997f5");
        expected.put(List.of("Hello", "General"), "fca026605781cb4126a1e9044df24232");
        expected.put(List.of("Hello", "None"), "a311262e065454b75da111d535b8dacd");
        expected.put(List.of("Hel.*"), "83fee93c1bcd8b9a5a923ffacdc636c7");
        expected.forEach((names, digest) -> {
            Map<String, Object> got = sqs.json("ReceiveMessage", "QueueUrl", url, "MessageAttributeNames", names)
                    .list("Messages").getFirst();
            assertThat(got.get("MD5OfMessageAttributes")).as(names.toString()).isEqualTo(digest);
            assertThat(got.containsKey("MessageAttributes")).isEqualTo(digest != null);
        });
    }

    @Test
    void bytesAndNumbers() {
        byte[] bytes = "traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01".getBytes();
        String binary = Base64.getEncoder().encodeToString(bytes);
        String url = sqs.queue("a");
        assertThat(send(url, in("attr1", in("DataType", "Binary", "BinaryValue", binary)))
                .text("MD5OfMessageAttributes")).isEqualTo("8cbe4db156db8a94db8b801b7addb984");
        assertThat(send(url, in("UserId", in("DataType", "Number.bigint", "StringValue", "1234567890123456789012")))
                .text("MD5OfMessageAttributes")).isEqualTo("797ab158d73dcb5242dedc4412c8e855");

        assertThat(sqs.receive(url)).extracting(message -> message.get("MessageAttributes")).containsExactly(
                Map.of("attr1", Map.of("DataType", "Binary", "BinaryValue", binary)),
                Map.of("UserId", Map.of("DataType", "Number.bigint", "StringValue", "1234567890123456789012")));
    }

    @Test
    void whatTheServiceTellsOfAMessage() {
        String url = sqs.queue("a");
        long sent = sqs.bench.bench().clock().millis();
        sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "x", "MessageGroupId", "g", "MessageSystemAttributes",
                Map.of("AWSTraceHeader", string("t"))).json();
        sqs.advance(Duration.ofSeconds(2));
        sqs.receive(url, "VisibilityTimeout", 1);
        sqs.advance(Duration.ofSeconds(2));

        assertThat(sqs.receive(url).getFirst()).containsEntry("Attributes", Map.of("SenderId", "000000000000",
                "SentTimestamp", Long.toString(sent), "ApproximateReceiveCount", "2", "MessageGroupId", "g",
                "ApproximateFirstReceiveTimestamp", Long.toString(sent + 2_000), "AWSTraceHeader", "t"));
    }

    @Test
    void theTraceHeaderOfTheRequestIsThatOfItsMessagesWithoutOne() {
        String url = sqs.queue("a");
        Answer sent = sqs.jsonWith("X-Amzn-Trace-Id", "Root=1-http", "SendMessage", "QueueUrl", url, "MessageBody",
                "1");
        sqs.jsonWith("x-amzn-trace-id", "Root=2-http", "SendMessageBatch", "QueueUrl", url, "Entries", List.of(
                in("Id", "a", "MessageBody", "2"),
                in("Id", "b", "MessageBody", "3", "MessageSystemAttributes",
                        Map.of("AWSTraceHeader", string("Root=3-own")))))
                .json();
        sqs.send(url, "4");

        assertThat(sent.json()).doesNotContainKey("MD5OfMessageSystemAttributes");
        assertThat(sqs.receive(url)).extracting(message -> message.get("Body") + " "
                + ((Map<?, ?>) message.get("Attributes")).get("AWSTraceHeader")).containsExactly("1 Root=1-http",
                        "2 Root=2-http", "3 Root=3-own", "4 null");
    }

    @Test
    void whatTheServiceTellsOfAnOrderedMessage() {
        String url = sqs.queue("a.fifo", "ContentBasedDeduplication", "true");
        String number = sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "x", "MessageGroupId", "g")
                .text("SequenceNumber");

        assertThat(number).matches("\\d{20}");
        assertThat(sqs.receive(url).getFirst().get("Attributes").toString()).contains("SequenceNumber=" + number,
                "MessageGroupId=g", "MessageDeduplicationId="
                        + "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Hello|Number|world|Can't cast the value of message (user) attribute 'Hello' to a number.",
            "Hello|String||Message (user) attribute 'Hello' must contain a non-empty value of type 'String'.",
            "Hello|Binary|x|Message (user) attribute 'Hello' must contain a non-empty value of type 'Binary'.",
            "Hello|Text|x|The type of message (user) attribute 'Hello' is invalid. You must use only the following "
                    + "supported type prefixes: Binary, Number, String.",
            "Hello|Stringy|x|The type of message (user) attribute 'Hello' is invalid. You must use only the following "
                    + "supported type prefixes: Binary, Number, String.",
            "AWS.x|String|x|You can't use message attribute names beginning with 'AWS.' or 'Amazon'. These strings are "
                    + "reserved for internal use.",
            "amazon.x|String|x|You can't use message attribute names beginning with 'AWS.' or 'Amazon'. These strings "
                    + "are reserved for internal use.",
            "a b|String|x|Invalid non-alphanumeric character '#x20' was found in the message attribute name. Can only "
                    + "include alphanumeric characters, hyphens, underscores, or dots.",
            "a..b|String|x|Message attribute name can not start or end with a '.' or have successive '.' characters."})
    void attributesThatAreNotTaken(String name, String type, String value, String message) {
        assertThat(refused(Map.of(name, in("DataType", type, "StringValue", value)))).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"99999999999999999999999999999999999999, true", "123456789012345678901234567890123456789, false",
            "1e126, true", "-1e126, true", "1.1e126, false", "1e-128, true", "-9e-129, false", "0, true", "0e500, true",
            "1.5, true", "-.5, true", "+5., true", "1e, false", "NaN, false", "0x1, false"})
    void numbersAreSoLargeAndSoPreciseAtMost(String number, boolean taken) {
        assertThat(send(sqs.queue("a"), Map.of("n", in("DataType", "Number.int", "StringValue", number))).status())
                .isEqualTo(taken ? 200 : 400);
    }

    @Test
    void moreAttributesThatAreNotTaken() {
        assertThat(refused(Map.of("", string("x"))))
                .isEqualTo("The request must contain non-empty message (user) attribute names.");
        assertThat(refused(Map.of("Hello", Map.of())))
                .isEqualTo("The message (user) attribute 'Hello' must contain a non-empty message attribute value.");
        assertThat(refused(Map.of("a".repeat(257), string("x"))))
                .isEqualTo("Message (user) attribute name must be shorter than 256 bytes.");
        assertThat(refused(Map.of("a", in("DataType", "String." + "a".repeat(250), "StringValue", "x"))))
                .isEqualTo("Message (user) attribute type must be shorter than 256 bytes.");
        assertThat(refused(Map.of("a", in("DataType", "String", "StringListValues", List.of("x")))))
                .isEqualTo("Message attribute list values in SendMessage operation are not supported.");
        Map<String, Object> eleven = new HashMap<>();
        for (int i = 0; i < 11; i++) {
            eleven.put("a" + i, string("x"));
        }
        assertThat(refused(eleven)).isEqualTo("Number of message attributes [11] exceeds the allowed maximum [10].");
        assertThat(sqs.json("SendMessage", "QueueUrl", sqs.queue("a"), "MessageBody", "x", "MessageSystemAttributes",
                Map.of("Hello", string("x"))).members())
                .containsEntry("message", "Message system attribute name 'Hello' is invalid.");
    }

    @Test
    void attributesCountForTheSize() {
        String url = sqs.queue("a", "MaximumMessageSize", "1024");
        // 3 of the body, 1 of the name, 6 of the type
        assertThat(send(url, Map.of("a", string("x".repeat(1_014)))).status()).isEqualTo(200);
        assertThat(send(url, Map.of("a", string("x".repeat(1_015)))).members()).containsEntry("message",
                "One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.");
        assertThat(sqs.json("SendMessage", "QueueUrl", url, "MessageBody", "\u20ac".repeat(342)).status())
                .isEqualTo(400);
    }

    @Test
    void everyCharacterOfXml() {
        String url = sqs.queue("a");
        String body = "\t\n\r \ud7ff\ue000\ufffd\ud83d\ude00<&>\"'";
        sqs.send(url, body);

        assertThat(sqs.receive(url).getFirst()).containsEntry("Body", body);
        for (String bad : List.of("\u0000", "\u000b", "\ufffe", "\uffff")) {
            assertThat(sqs.json("SendMessage", "QueueUrl", url, "MessageBody", bad).header("x-amzn-query-error"))
                    .isEqualTo("InvalidMessageContents;Sender");
        }
    }

    @Test
    void entriesSucceedOrFailByThemselves() {
        String url = sqs.queue("a");
        Answer sent = sqs.json("SendMessageBatch", "QueueUrl", url, "Entries",
                List.of(in("Id", "a", "MessageBody", "1"),
                        in("Id", "b", "MessageBody", ""), in("Id", "c", "MessageBody", "3", "DelaySeconds", 901)));
        assertThat(sent.list("Successful")).extracting(each -> each.get("Id")).containsExactly("a");
        assertThat(sent.list("Failed")).extracting(each -> each.get("Id"), each -> each.get("Code"),
                each -> each.get("SenderFault")).containsExactly(
                        tuple("b", "MissingParameter", true),
                        tuple("c", "InvalidParameterValue", true));

        Object handle = sqs.receive(url).getFirst().get("ReceiptHandle");
        Answer changed = sqs.json("ChangeMessageVisibilityBatch", "QueueUrl", url, "Entries",
                List.of(in("Id", "a", "ReceiptHandle", handle, "VisibilityTimeout", 60), in("Id", "b"),
                        in("Id", "c", "ReceiptHandle", "x", "VisibilityTimeout", 1)));
        assertThat(changed.json().get("Successful")).isEqualTo(List.of(Map.of("Id", "a")));
        assertThat(changed.list("Failed")).extracting(each -> each.get("Code")).containsExactly("MissingParameter",
                "ReceiptHandleIsInvalid");

        Answer deleted = sqs.json("DeleteMessageBatch", "QueueUrl", url, "Entries",
                List.of(in("Id", "x", "ReceiptHandle", "x"), in("Id", "y", "ReceiptHandle", handle)));
        assertThat(deleted.json().get("Successful")).isEqualTo(List.of(Map.of("Id", "y")));
        assertThat(deleted.list("Failed")).extracting(each -> each.get("Id")).containsExactly("x");
    }

    @Test
    void aFaultHitsEntries() {
        String url = sqs.queue("a");
        sqs.bench.bench().faults().inject(new Fault("", "sqs", "SendMessageBatch", "a",
                new Fault.Effect.PartialFailure("InternalError", "Broken."), 1, 1, null));

        Answer sent = sqs.json("SendMessageBatch", "QueueUrl", url, "Entries",
                List.of(in("Id", "a", "MessageBody", "1")));

        assertThat(sent.list("Failed").getFirst()).containsEntry("Code", "InternalError").containsEntry("Message",
                "Broken.");
        assertThat(sqs.receive(url)).isEmpty();
    }

    @Test
    void nothingIsToldOfNothing() {
        assertThat(sqs.json("ReceiveMessage", "QueueUrl", sqs.queue("a")).json()).isEmpty();
    }

    @Test
    void purgedOnceAMinute() {
        String url = sqs.queue("a");
        sqs.send(url, "x");
        sqs.json("PurgeQueue", "QueueUrl", url).json();
        assertThat(sqs.receive(url)).isEmpty();

        Answer again = sqs.json("PurgeQueue", "QueueUrl", url);
        assertThat(again.status()).isEqualTo(403);
        assertThat(again.members()).containsEntry("message",
                "Only one PurgeQueue operation on a is allowed every 60 seconds.");
        sqs.advance(Duration.ofSeconds(60));
        sqs.json("PurgeQueue", "QueueUrl", url).json();
    }
}
