package org.aforo.service.metrics.internal;

import static org.aforo.service.metrics.internal.MetricsBench.at;
import static org.aforo.service.metrics.internal.MetricsBench.dimension;
import static org.aforo.service.metrics.internal.MetricsBench.in;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.aforo.service.firehose.internal.FirehoseService;
import org.junit.jupiter.api.Test;

/** A delivery stream's figures by AWS's names; there is no bucket to deliver to. */
class FirehoseMetricsTest {

    @Test
    void whatComesInAndWhatCantBeDelivered() {
        try (MetricsBench bench = new MetricsBench().with(FirehoseService::new)) {
            bench.bench.call("firehose", "CreateDeliveryStream", in("DeliveryStreamName", "hose",
                    "ExtendedS3DestinationConfiguration", in("RoleARN", "arn:aws:iam::000000000000:role/LabRole",
                            "BucketARN", "arn:aws:s3:::bolsa", "BufferingHints",
                            in("SizeInMBs", 1, "IntervalInSeconds", 60))));
            bench.bench.advance(Duration.ofSeconds(1));
            bench.bench.call("firehose", "PutRecordBatch", in("DeliveryStreamName", "hose", "Records",
                    List.of(in("Data", new byte[100]), in("Data", new byte[50]))));
            bench.bench.call("firehose", "PutRecord",
                    in("DeliveryStreamName", "hose", "Record", in("Data", new byte[7])));
            bench.minute().minute();

            assertThat(statistics(bench, "IncomingBytes", "Sum", "SampleCount"))
                    .containsExactly(in("Timestamp", at(0), "Sum", 157.0, "SampleCount", 2.0));
            assertThat(statistics(bench, "IncomingRecords", "Sum"))
                    .containsExactly(in("Timestamp", at(0), "Sum", 3.0));
            assertThat(statistics(bench, "PutRecordBatch.Records", "Sum"))
                    .containsExactly(in("Timestamp", at(0), "Sum", 2.0));
            assertThat(statistics(bench, "DeliveryToS3.DataFreshness", "Maximum")).containsExactly(
                    in("Timestamp", at(0), "Maximum", 59.0), in("Timestamp", at(1), "Maximum", 119.0));
            assertThat(statistics(bench, "DeliveryToS3.Success", "Maximum"))
                    .containsExactly(in("Timestamp", at(1), "Maximum", 0.0));
            assertThat(statistics(bench, "DeliveryToS3.Records", "Sum")).isEmpty();
        }
    }

    private static List<Map<String, Object>> statistics(MetricsBench bench, String name, String... statistics) {
        return bench.statistics("AWS/Firehose", name, List.of(dimension("DeliveryStreamName", "hose")), 5, 60,
                statistics);
    }
}
