package org.aforo.scenario.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Arn;
import org.aforo.api.BenchSettings;
import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.produce.Item;
import org.aforo.scenario.internal.record.Fingerprint;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One batch put: {@code PutRecords}, {@code PutRecordBatch}, {@code SendMessageBatch} or {@code PublishBatch}. */
public final class Batch {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BAD_REQUEST = 400;
    private static final String SQS = "sqs";
    private static final String SNS = "sns";
    private static final String KINESIS = "kinesis";

    /** What a scenario can send to. */
    public static final List<String> SERVICES = List.of(KINESIS, "firehose", SQS, SNS);

    private Batch() {
    }

    /** Items that a batch holds at most. */
    public static int mostItems(Target target) {
        return isOfMessages(target) ? 10 : 500;
    }

    /** Bytes that a batch's items have at most, about. */
    public static int mostBytes(Target target) {
        return isOfMessages(target) ? 200_000 : 3 << 20;
    }

    private static boolean isOfMessages(Target target) {
        return target.service().equals(SQS) || target.service().equals(SNS);
    }

    /**
     * Sends items.
     *
     * @return those that were refused, to be sent again
     * @throws AwsClient.Refused when the whole batch was
     */
    public static List<Item> put(AwsClient client, Target target, List<Item> items)
            throws IOException, InterruptedException {
        return switch (target.service()) {
            case SQS -> refused(items, client.call(SQS, "SendMessageBatch", Map.of("QueueUrl",
                    client.queue(target.name()), "Entries", entries(target, items, "MessageBody"))));
            case SNS -> refused(items, client.call(SNS, "PublishBatch", Map.of("TopicArn",
                    Arn.of(SNS, BenchSettings.DEFAULT_REGION, BenchSettings.DEFAULT_ACCOUNT, target.name()).toString(),
                    "PublishBatchRequestEntries", entries(target, items, "Message"))));
            case KINESIS -> records(client, target, items, "PutRecords", "StreamName", "Records");
            default -> records(client, target, items, "PutRecordBatch", "DeliveryStreamName", "RequestResponses");
        };
    }

    private static List<Item> records(AwsClient client, Target target, List<Item> items, String operation, String name,
            String outcomesMember) throws IOException, InterruptedException {
        JsonNode outcomes = client.call(target.service(), operation, body(target, items, name)).path(outcomesMember);
        if (outcomes.size() != items.size()) {
            throw new IOException(target + " answered for " + outcomes.size() + " of " + items.size() + " records");
        }
        List<Item> refused = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (outcomes.get(i).hasNonNull("ErrorCode")) {
                refused.add(items.get(i));
            }
        }
        return refused;
    }

    private static byte[] body(Target target, List<Item> items, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(items.size() * 200);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty(name, target.name());
            json.writeArrayPropertyStart("Records");
            for (Item item : items) {
                json.writeStartObject();
                json.writeName("Data");
                json.writeBinary(item.data());
                if (target.service().equals(KINESIS)) {
                    json.writeStringProperty("PartitionKey", item.key());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    /** Groups of FIFO queues and topics are the items' keys; an item that is sent again is told by its content. */
    private static List<Map<String, Object>> entries(Target target, List<Item> items, String text) {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Item item : items) {
            Map<String, Object> entry = new HashMap<>();
            entry.put("Id", Integer.toString(entries.size()));
            entry.put(text, new String(item.data(), StandardCharsets.UTF_8));
            if (target.name().endsWith(".fifo")) {
                Fingerprint content = Fingerprint.of(item.data());
                entry.put("MessageGroupId", item.key());
                entry.put("MessageDeduplicationId", Long.toHexString(content.high()) + Long.toHexString(content.low()));
            }
            entries.add(entry);
        }
        return entries;
    }

    /** What would be refused again and again is no more than told. */
    private static List<Item> refused(List<Item> items, JsonNode answer) throws AwsClient.Refused {
        List<Item> refused = new ArrayList<>();
        for (JsonNode failed : answer.path("Failed")) {
            String code = failed.path("Code").asString("");
            if (code.startsWith("Invalid") || code.startsWith("Missing")) {
                throw new AwsClient.Refused(BAD_REQUEST, code, failed.path("Message").asString(""));
            }
            refused.add(items.get(Integer.parseInt(failed.path("Id").asString())));
        }
        return refused;
    }
}
