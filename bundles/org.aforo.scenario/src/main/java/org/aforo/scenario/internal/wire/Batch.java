package org.aforo.scenario.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.aforo.scenario.Scenario.Target;
import org.aforo.scenario.internal.produce.Item;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One batch put of a stream or a delivery stream: {@code PutRecords} or {@code PutRecordBatch}. */
public final class Batch {

    private static final JsonMapper JSON = new JsonMapper();

    private Batch() {
    }

    /**
     * Sends items.
     *
     * @return those that were refused, to be sent again
     * @throws AwsClient.Refused when the whole batch was
     */
    public static List<Item> put(AwsClient client, Target target, List<Item> items)
            throws IOException, InterruptedException {
        boolean stream = target.service().equals("kinesis");
        JsonNode answer = client.call(target.service(), stream ? "PutRecords" : "PutRecordBatch", body(target, items));
        JsonNode outcomes = answer.path(stream ? "Records" : "RequestResponses");
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

    private static byte[] body(Target target, List<Item> items) {
        boolean stream = target.service().equals("kinesis");
        ByteArrayOutputStream out = new ByteArrayOutputStream(items.size() * 200);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty(stream ? "StreamName" : "DeliveryStreamName", target.name());
            json.writeArrayPropertyStart("Records");
            for (Item item : items) {
                json.writeStartObject();
                json.writeName("Data");
                json.writeBinary(item.data());
                if (stream) {
                    json.writeStringProperty("PartitionKey", item.key());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
