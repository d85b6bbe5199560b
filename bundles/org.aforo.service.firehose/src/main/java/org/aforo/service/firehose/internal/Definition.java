package org.aforo.service.firehose.internal;

import java.time.Instant;
import java.util.Map;

import org.aforo.api.Arn;

/** A delivery stream as it is kept: what was asked for, and how far its life has come. */
public record Definition(String account, String region, String name, State state, long version, Instant created,
        Instant updated, Source source, S3Destination destination, Map<String, String> tags) {

    /** AWS's {@code DeliveryStreamStatus}, as far as it comes about here. */
    public enum State {
        CREATING, ACTIVE, DELETING
    }

    /** A Kinesis stream that is read. */
    public record Source(String streamArn, String roleArn, Instant start) {
    }

    /** Unique in the bench, and sorted by name within account and region. */
    static String key(String account, String region, String name) {
        return account + '/' + region + '/' + name;
    }

    String key() {
        return key(account, region, name);
    }

    /** The ARN. */
    public Arn arn() {
        return Arn.of("firehose", region, account, "deliverystream/" + name);
    }

    /** AWS's {@code DeliveryStreamType}. */
    public String type() {
        return source == null ? "DirectPut" : "KinesisStreamAsSource";
    }

    /** The same in another state. */
    public Definition with(State now) {
        return new Definition(account, region, name, now, version, created, updated, source, destination, tags);
    }

    /** The same with other tags. */
    public Definition with(Map<String, String> now) {
        return new Definition(account, region, name, state, version, created, updated, source, destination, now);
    }

    /** The next version, with another destination. */
    public Definition with(S3Destination now, Instant at) {
        return new Definition(account, region, name, state, version + 1, created, at, source, now, tags);
    }
}
