package org.aforo.service.queues.internal.op;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.aforo.service.queues.internal.op.Sqs.in;
import static org.assertj.core.api.Assertions.assertThat;

/** One queue, spoken to in JSON and in the older query protocol. */
class ProtocolsTest {

    private static final String OK = "<ResponseMetadata><RequestId>";

    private final Sqs sqs = new Sqs();

    @AfterEach
    void close() {
        sqs.close();
    }

    @Test
    void urlsAreOfTheHostThatTheClientUses() {
        Answer made = sqs.form("/", "Action", "CreateQueue", "QueueName", "a", "Version", "2012-11-05");

        String url = sqs.bench.http().resolve("/000000000000/a").toString();
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("content-type")).isEqualTo("text/xml");
        assertThat(made.text()).startsWith("<CreateQueueResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">"
                + "<CreateQueueResult><QueueUrl>" + url + "</QueueUrl></CreateQueueResult>" + OK);
        assertThat(sqs.json("GetQueueUrl", "QueueName", "a").text("QueueUrl")).isEqualTo(url);
        assertThat(sqs.form("/", "Action", "ListQueues").text()).contains("<ListQueuesResult><QueueUrl>" + url
                + "</QueueUrl></ListQueuesResult>");
        assertThat(sqs.json("ListQueues").json()).isEqualTo(Map.of("QueueUrls", List.of(url)));
    }

    @Test
    void aMessageGoesAllTheWayInTheQueryProtocolAtTheQueuesOwnAddress() {
        sqs.queue("a");
        Answer sent = sqs.form("/000000000000/a", "Action", "SendMessage", "MessageBody", "Test Message",
                "MessageAttribute.1.Name", "Hello", "MessageAttribute.1.Value.DataType", "String",
                "MessageAttribute.1.Value.StringValue", "World", "MessageSystemAttribute.1.Name", "AWSTraceHeader",
                "MessageSystemAttribute.1.Value.DataType", "String", "MessageSystemAttribute.1.Value.StringValue",
                "some-trace-id");
        assertThat(sent.element("MD5OfMessageBody")).isEqualTo("d1d4180b7e411c4be86b00fb2ee103eb");
        assertThat(sent.element("MD5OfMessageAttributes")).isEqualTo("7db7fb1ba7f41366a8ea5eb18220b26d");
        assertThat(sent.element("MD5OfMessageSystemAttributes")).isEqualTo("fdce4f2818803f2f73becc09a54792c0");

        Answer got = sqs.form("/000000000000/a", "Action", "ReceiveMessage", "AttributeName.1", "SenderId",
                "AttributeName.2", "AWSTraceHeader", "MessageAttributeName.1", "All");
        assertThat(got.text()).contains("<ReceiveMessageResult><Message><MessageId>" + sent.element("MessageId")
                + "</MessageId><ReceiptHandle>")
                .contains("<Body>Test Message</Body><Attribute><Name>SenderId</Name><Value>000000000000</Value>"
                        + "</Attribute><Attribute><Name>AWSTraceHeader</Name><Value>some-trace-id</Value></Attribute>")
                .contains("<MessageAttribute><Name>Hello</Name><Value><StringValue>World</StringValue>"
                        + "<DataType>String</DataType></Value></MessageAttribute>");

        Answer gone = sqs.form("/000000000000/a", "Action", "DeleteMessage", "ReceiptHandle",
                got.element("ReceiptHandle"));
        assertThat(gone.text())
                .startsWith("<DeleteMessageResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\">"
                        + OK);
        assertThat(sqs.attribute("http://x/000000000000/a", "ApproximateNumberOfMessagesNotVisible")).isEqualTo("0");
    }

    @Test
    void theOldestWayToAskForAttributes() {
        sqs.queue("a", "VisibilityTimeout", "7");

        Answer told = sqs.form("/000000000000/a", "Action", "GetQueueAttributes", "AttributeName", "VisibilityTimeout");

        assertThat(told.text()).contains("<GetQueueAttributesResult><Attribute><Name>VisibilityTimeout</Name>"
                + "<Value>7</Value></Attribute></GetQueueAttributesResult>");
    }

    @Test
    void batchesInTheQueryProtocol() {
        String url = sqs.queue("a");
        List<Map<String, Object>> entries = List.of(in("Id", "x", "MessageBody", "1"), in("Id", "y", "MessageBody",
                "\u0007"));

        Answer sent = sqs.queryOf("SendMessageBatch", in("QueueUrl", url, "Entries", entries));

        assertThat(sent.text()).contains("<SendMessageBatchResultEntry><Id>x</Id><MessageId>")
                .contains("<BatchResultErrorEntry><Id>y</Id><SenderFault>true</SenderFault>"
                        + "<Code>InvalidMessageContents</Code><Message>Invalid binary character &#39;#x7&#39; was");
    }

    @Test
    void attributesWithinABatchsEntries() {
        String url = sqs.queue("a");
        sqs.queryOf("SendMessageBatch", in("QueueUrl", url, "Entries", List.of(in("Id", "x", "MessageBody", "1",
                "MessageAttributes", in("Hello", in("DataType", "String", "StringValue", "World"))))));

        assertThat(sqs.receive(url).getFirst().get("MessageAttributes"))
                .isEqualTo(Map.of("Hello", Map.of("DataType", "String", "StringValue", "World")));
    }

    @Test
    void askedForWithGet() {
        sqs.send(sqs.queue("a"), "<b>&\n");

        Answer got = sqs.get("/000000000000/a?Action=ReceiveMessage&VisibilityTimeout=0");
        assertThat(got.element("Body")).isEqualTo("&lt;b&gt;&amp;&#xA;");
        assertThat(got.element("MD5OfBody")).isEqualTo("305799cf893bd018ac3d42a9425a13a5");
    }

    @Test
    void errorsInBothProtocols() {
        Answer json = sqs.json("SendMessage", "QueueUrl", "http://x/000000000000/none", "MessageBody", "b");
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.members()).isEqualTo(Map.of("__type", "com.amazonaws.sqs#QueueDoesNotExist", "message",
                "The specified queue does not exist."));
        assertThat(json.header("x-amzn-query-error")).isEqualTo("AWS.SimpleQueueService.NonExistentQueue;Sender");

        Answer query = sqs.form("/000000000000/none", "Action", "SendMessage", "MessageBody", "b");
        assertThat(query.status()).isEqualTo(400);
        assertThat(query.text())
                .startsWith("<ErrorResponse xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"><Error>"
                        + "<Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code>"
                        + "<Message>The specified queue does not exist for this wsdl version.</Message></Error><RequestId>");
    }

    @Test
    void anAddressThatIsNoQueues() {
        Answer root = sqs.form("/", "Action", "PurgeQueue");

        assertThat(root.status()).isEqualTo(404);
        assertThat(root.element("Code")).isEqualTo("InvalidAddress");
        assertThat(root.element("Message")).isEqualTo("The address " + sqs.bench.http().resolve("/")
                + " is not valid for this endpoint.");
        assertThat(sqs.json("PurgeQueue", "QueueUrl", "a").header("x-amzn-query-error"))
                .isEqualTo("InvalidAddress;Sender");
    }

    @Test
    void operationsThatThereAreNot() {
        assertThat(sqs.form("/", "Action", "Dance").element("Code")).isEqualTo("InvalidAction");
        Answer old = sqs.form("/", "Action", "ListQueues", "Version", "2009-02-01");
        assertThat(old.element("Code")).isEqualTo("InvalidAction");
        assertThat(old.element("Message")).isEqualTo("Could not find operation ListQueues for version 2009-02-01");
        assertThat(sqs.form("/", "QueueName", "a").element("Code")).isEqualTo("MissingAction");
        assertThat(sqs.json("Dance").members().get("__type").toString()).endsWith("#UnknownOperationException");
    }
}
