package org.aforo.scenario.internal.consume;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.aforo.scenario.internal.consume.Lineage.Kin;

import tools.jackson.databind.JsonNode;

/** The reading of one shard, from a position to its end. Keeps the number of the last record as its checkpoint. */
interface ShardReading {

    /**
     * Reads to the end, or until stopped.
     *
     * @return the shard's children
     */
    List<Kin> read() throws IOException, InterruptedException;

    /** Ends it soon. */
    void stop();

    /** Notes records of a page or an event; gives the number of the last one, or {@code before} if there is none. */
    static String note(JsonNode records, Receipts receipts, String before) {
        String last = before;
        for (JsonNode record : records) {
            long arrived = Math.round(record.path("ApproximateArrivalTimestamp").asDouble() * 1000);
            receipts.add(record.path("PartitionKey").asString(""), record.path("Data").binaryValue(), arrived);
            last = record.path("SequenceNumber").asString(last);
        }
        return last;
    }

    /** The children that an answer tells of. */
    static List<Kin> children(JsonNode answer) {
        List<Kin> children = new ArrayList<>();
        for (JsonNode child : answer.path("ChildShards")) {
            children.add(new Kin(child.path("ShardId").asString(""),
                    child.path("ParentShards").valueStream().map(parent -> parent.asString("")).toList()));
        }
        return children;
    }
}
