package org.aforo.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Prepared requests of SQS's JSON protocol, for one queue. */
final class QueueRequests {

    /** Messages of a batch. */
    static final int BATCH = 10;
    /** Message groups of a FIFO queue. */
    static final int GROUPS = 10_000;

    private static final String BODY = "x".repeat(1_024);

    private final int port;
    private final String queue;
    private final boolean fifo;
    /** Makes deduplication ids, and goes through the groups. */
    private final AtomicLong count = new AtomicLong();

    QueueRequests(int port, String queue) {
        this.port = port;
        this.queue = queue;
        this.fifo = queue.endsWith(".fifo");
    }

    private byte[] request(String operation, String more) {
        String url = "{\"QueueUrl\":\"http://127.0.0.1:" + port + "/000000000000/" + queue + "\"";
        return post(operation, url + more + '}');
    }

    private static byte[] post(String operation, String body) {
        return HttpConnection.post("/", "AmazonSQS." + operation, "application/x-amz-json-1.0",
                body.getBytes(StandardCharsets.UTF_8));
    }

    byte[] create() {
        return post("CreateQueue", "{\"QueueName\":\"" + queue + "\""
                + (fifo ? ",\"Attributes\":{\"FifoQueue\":\"true\"}}" : "}"));
    }

    byte[] send() {
        return request("SendMessage", message());
    }

    private String message() {
        long number = count.getAndIncrement();
        return ",\"MessageBody\":\"" + BODY + '"' + (fifo ? ",\"MessageGroupId\":\"g" + number % GROUPS
                + "\",\"MessageDeduplicationId\":\"d" + number + '"' : "");
    }

    byte[] sendBatch() {
        StringBuilder entries = new StringBuilder(BATCH * (BODY.length() + 100)).append(",\"Entries\":[");
        for (int i = 0; i < BATCH; i++) {
            entries.append(i == 0 ? "" : ",").append("{\"Id\":\"").append(i).append('"').append(message()).append('}');
        }
        return request("SendMessageBatch", entries.append(']').toString());
    }

    byte[] receive(int max, int waitSeconds) {
        return request("ReceiveMessage", ",\"MaxNumberOfMessages\":" + max + ",\"WaitTimeSeconds\":" + waitSeconds);
    }

    byte[] delete(String handle) {
        return request("DeleteMessage", ",\"ReceiptHandle\":\"" + handle + '"');
    }

    byte[] deleteBatch(List<String> handles) {
        StringBuilder entries = new StringBuilder(",\"Entries\":[");
        for (int i = 0; i < handles.size(); i++) {
            entries.append(i == 0 ? "" : ",").append("{\"Id\":\"").append(i).append("\",\"ReceiptHandle\":\"")
                    .append(handles.get(i)).append("\"}");
        }
        return request("DeleteMessageBatch", entries.append(']').toString());
    }
}
