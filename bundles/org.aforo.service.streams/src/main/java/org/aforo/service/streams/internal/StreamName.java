package org.aforo.service.streams.internal;

import org.aforo.api.Arn;
import org.aforo.api.endpoint.AwsError;
import org.aforo.api.endpoint.Call;

/**
 * A stream's full name. Names are unique within an account and a region.
 */
public record StreamName(String account, String region, String name) implements Comparable<StreamName> {

    private static final String KIND = "stream/";

    /**
     * The stream a request is about.
     *
     * @param streamName name in the caller's account and region, or null
     * @param streamARN  ARN, or null
     */
    public static StreamName of(String streamName, String streamARN, Call call) throws AwsError {
        if (streamARN != null) {
            StreamName named = of(Arn.parse(streamARN));
            if (streamName != null && !streamName.equals(named.name)) {
                throw Errors.invalid("StreamName " + streamName + " does not match StreamARN " + streamARN + ".");
            }
            return named;
        }
        if (streamName == null) {
            throw Errors.invalid("Either StreamName or StreamARN must be provided.");
        }
        return new StreamName(call.account(), call.region(), streamName);
    }

    /** The stream that an ARN names; one that can't exist if it names something else. */
    static StreamName of(Arn arn) {
        String name = arn.resource().startsWith(KIND) ? arn.resource().substring(KIND.length()) : "";
        return new StreamName(arn.account(), arn.region(), name);
    }

    /** The short name in either form of reference, for faults by resource; null when there is none. */
    public static String shortName(String streamName, String streamARN) {
        return streamName != null || streamARN == null ? streamName
                : streamARN.substring(streamARN.lastIndexOf('/') + 1);
    }

    /** How an ARN of a stream or of a part of one ends, for faults by resource; null for null. */
    public static String resource(String arn) {
        int kind = arn == null ? -1 : arn.indexOf(KIND);
        return kind < 0 ? null : arn.substring(kind + KIND.length());
    }

    /** The ARN of the stream that a consumer's ARN is of; null for null. */
    public static String ofConsumer(String consumerARN) {
        int cut = consumerARN == null ? -1 : consumerARN.indexOf("/consumer/");
        return cut < 0 ? consumerARN : consumerARN.substring(0, cut);
    }

    public Arn arn() {
        return Arn.of("kinesis", region, account, KIND + name);
    }

    /** As AWS puts it in errors. */
    public String label() {
        return name + " under account " + account;
    }

    /** The folder of its shards' logs. */
    String logs() {
        return "kinesis/" + account + '/' + region + '/' + name;
    }

    @Override
    public int compareTo(StreamName other) {
        int order = account.compareTo(other.account);
        if (order == 0) {
            order = region.compareTo(other.region);
        }
        return order != 0 ? order : name.compareTo(other.name);
    }
}
