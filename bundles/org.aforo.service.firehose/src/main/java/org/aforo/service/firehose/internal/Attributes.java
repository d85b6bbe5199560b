package org.aforo.service.firehose.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a delivery stream's configuration tab shows, in the console's order. */
final class Attributes {

    private Attributes() {
    }

    static Map<String, String> of(Definition definition, Optional<Delivery.Trouble> trouble, String sourceTrouble) {
        Map<String, String> all = new LinkedHashMap<>();
        S3Destination s3 = definition.destination();
        all.put("type", definition.type());
        if (definition.source() != null) {
            all.put("source", definition.source().streamArn());
        }
        all.put("destination", "Amazon S3");
        all.put("bucket", s3.bucketArn());
        all.put("prefix", orNone(s3.prefix()));
        all.put("error prefix", orNone(s3.errorOutputPrefix()));
        all.put("time zone", s3.customTimeZone() == null ? "UTC" : s3.customTimeZone());
        all.put("buffer size", s3.sizeInMBs() + " MiB");
        all.put("buffer interval", s3.interval() + " s");
        all.put("compression", s3.compression().wire());
        all.put("file extension", orNone(s3.fileExtension()));
        all.put("encryption", "none");
        all.put("transformation", "none");
        all.put("format conversion", "none");
        all.put("dynamic partitioning", "none");
        all.put("error logging", logging(s3.logging()));
        all.put("role", s3.roleArn());
        definition.tags().forEach((key, value) -> all.put("tag " + key, value));
        all.put("version", Long.toString(definition.version()));
        all.put("created", definition.created().toString());
        all.put("delivery", trouble.map(Attributes::text).orElse("in order"));
        if (!sourceTrouble.isEmpty()) {
            all.put("source trouble", sourceTrouble);
        }
        return all;
    }

    private static String text(Delivery.Trouble trouble) {
        return "failing since " + trouble.since() + " (" + trouble.code() + ": " + trouble.message() + "), "
                + trouble.attempts() + " attempts, next at " + trouble.retry();
    }

    private static String logging(S3Destination.Logging logging) {
        if (logging == null || !Boolean.TRUE.equals(logging.enabled())) {
            return "off";
        }
        return "on" + (logging.logGroupName() == null ? "" : ", " + logging.logGroupName() + " "
                + orNone(logging.logStreamName()));
    }

    private static String orNone(String text) {
        return text == null || text.isEmpty() ? "none" : text;
    }
}
