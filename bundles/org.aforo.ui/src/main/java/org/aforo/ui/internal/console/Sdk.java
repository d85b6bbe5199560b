package org.aforo.ui.internal.console;

import java.util.Map;
import java.util.Set;

/**
 * What AWS's tools call a service.
 *
 * @param cli         its command
 * @param python      boto3's name
 * @param javaPackage below {@code software.amazon.awssdk.services}
 * @param javaClient  without {@code Client}
 * @param pathStyle   whether a Java client must be told not to put the bucket before the host's name
 * @param enums       lists and maps that hold enums in Java, though benches take any text there, as AWS refuses wrong
 *                    ones in words of its own
 */
record Sdk(String cli, String python, String javaPackage, String javaClient, boolean pathStyle, Set<String> enums) {

    /** Where the names don't follow from one another. */
    private static final Map<String, Sdk> IRREGULAR = Map.of(
            "sqs", new Sdk("sqs", "sqs", "sqs", "Sqs", false, Set.of("Attributes", "AttributeNames",
                    "MessageSystemAttributeNames", "MessageSystemAttributes")),
            "s3", new Sdk("s3api", "s3", "s3", "S3", true),
            "iot-data", new Sdk("iot-data", "iot-data", "iotdataplane", "IotDataPlane", false),
            "kinesisvideo", new Sdk("kinesisvideo", "kinesisvideo", "kinesisvideo", "KinesisVideo", false),
            "kinesisanalyticsv2", new Sdk("kinesisanalyticsv2", "kinesisanalyticsv2", "kinesisanalyticsv2",
                    "KinesisAnalyticsV2", false),
            "datapipeline", new Sdk("datapipeline", "datapipeline", "datapipeline", "DataPipeline", false),
            "dms", new Sdk("dms", "dms", "databasemigration", "DatabaseMigration", false),
            "monitoring", new Sdk("cloudwatch", "cloudwatch", "cloudwatch", "CloudWatch", false),
            "cloudwatch", new Sdk("cloudwatch", "cloudwatch", "cloudwatch", "CloudWatch", false),
            "dynamodb", new Sdk("dynamodb", "dynamodb", "dynamodb", "DynamoDb", false));

    private Sdk(String cli, String python, String javaPackage, String javaClient, boolean pathStyle) {
        this(cli, python, javaPackage, javaClient, pathStyle, Set.of());
    }

    static Sdk of(String service) {
        Sdk irregular = IRREGULAR.get(service);
        return irregular != null ? irregular
                : new Sdk(service, service, service.replace("-", ""), Names.type(service), false);
    }
}
