package org.aforo.service.firehose.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifeTest {

    private static final String NOT_FOUND = "Firehose kinesis1 under account 000000000000 not found.";

    private final Hose hose = new Hose();

    @AfterEach
    void close() {
        hose.close();
    }

    @Test
    void isCreatingAtFirstAndTakesDataOnceItIsActive() {
        hose.create(Map.of("ExtendedS3DestinationConfiguration", Hose.lab()));
        assertThat(hose.describe()).containsEntry("DeliveryStreamStatus", "CREATING");
        assertThatThrownBy(() -> hose.put("a")).hasMessage(NOT_FOUND).extracting("code")
                .isEqualTo("ResourceNotFoundException");
        assertThatThrownBy(() -> hose.call("DeleteDeliveryStream")).extracting("code")
                .isEqualTo("ResourceInUseException");

        hose.bench.advance(Duration.ofMillis(500));

        assertThat(hose.describe()).containsEntry("DeliveryStreamStatus", "ACTIVE");
        assertThat(hose.put("a")).isNotEqualTo(hose.put("a"));
    }

    @Test
    void becomesActiveAfterARestartWithinItsCreation() {
        hose.create(Map.of("ExtendedS3DestinationConfiguration", Hose.lab()));

        hose.restart();
        hose.advance(1);

        assertThat(hose.describe()).containsEntry("DeliveryStreamStatus", "ACTIVE");
    }

    @Test
    @SuppressWarnings("unchecked")
    void descriptionTellsWhatWasAskedForAndAwssDefaults() {
        hose.create(Map.of("ExtendedS3DestinationConfiguration",
                Map.of("RoleARN", Hose.ROLE, "BucketARN", "arn:aws:s3:::bolsa")));

        Map<String, Object> it = hose.describe();

        assertThat(it).containsEntry("DeliveryStreamName", "kinesis1").containsEntry("DeliveryStreamType", "DirectPut")
                .containsEntry("VersionId", "1").containsEntry("HasMoreDestinations", false)
                .containsEntry("DeliveryStreamARN",
                        "arn:aws:firehose:us-east-1:000000000000:deliverystream/kinesis1")
                .containsKey("CreateTimestamp").doesNotContainKeys("LastUpdateTimestamp", "Source");
        Map<String, Object> destination = ((List<Map<String, Object>>) it.get("Destinations")).get(0);
        assertThat(destination).containsEntry("DestinationId", "destinationId-000000000001");
        Map<String, Object> extended = (Map<String, Object>) destination.get("ExtendedS3DestinationDescription");
        assertThat(extended).containsEntry("CompressionFormat", "UNCOMPRESSED")
                .containsEntry("S3BackupMode", "Disabled")
                .containsEntry("CustomTimeZone", "UTC")
                .containsEntry("EncryptionConfiguration", Map.of("NoEncryptionConfig", "NoEncryption"))
                .containsEntry("CloudWatchLoggingOptions", Map.of("Enabled", false));
        assertThat(extended.get("BufferingHints")).hasToString("{SizeInMBs=5, IntervalInSeconds=300}");
        assertThat((Map<String, Object>) destination.get("S3DestinationDescription"))
                .containsEntry("BucketARN", "arn:aws:s3:::bolsa");
    }

    @Test
    void plainS3DestinationsWorkToo() {
        hose.create(Map.of("S3DestinationConfiguration", Hose.lab()));
        hose.advance(1);
        hose.put("a");

        hose.advance(60);

        assertThat(hose.delivered()).isEqualTo("a");
    }

    @Test
    void namesAreTakenOnce() {
        hose.created(Map.of());

        assertThatThrownBy(() -> hose.created(Map.of()))
                .hasMessage("Firehose kinesis1 under accountId 000000000000 already exists").extracting("code")
                .isEqualTo("ResourceInUseException");
    }

    @Test
    void deletionTakesTheDataWithIt() {
        hose.created(Map.of());
        hose.put("old");
        hose.call("DeleteDeliveryStream");
        assertThat(hose.describe()).containsEntry("DeliveryStreamStatus", "DELETING");
        assertThatThrownBy(() -> hose.put("b")).hasMessage(NOT_FOUND);

        hose.advance(1);
        assertThatThrownBy(hose::describe).hasMessage(NOT_FOUND);
        hose.created(Map.of());
        hose.put("new");
        hose.advance(60);

        assertThat(hose.delivered()).isEqualTo("new");
    }

    @Test
    void updateMergesAndGrowsTheVersion() {
        hose.created(Map.of("CompressionFormat", "GZIP"));
        hose.put("a");

        update("1", Map.of("Prefix", "otros/", "BufferingHints", Map.of("SizeInMBs", 2, "IntervalInSeconds", 120)));

        Map<String, Object> it = hose.describe();
        assertThat(it).containsEntry("VersionId", "2").containsKey("LastUpdateTimestamp");
        assertThat(it.get("Destinations")).asString().contains("GZIP", "errores/", "otros/", "IntervalInSeconds=120");
        hose.advance(60);
        assertThat(hose.store.objects).isEmpty();
        hose.advance(60);
        assertThat(hose.store.objects).singleElement()
                .satisfies(object -> assertThat(object.key()).startsWith("otros/").contains("/kinesis1-2-"));
    }

    @Test
    void updatesSurviveARestart() {
        hose.created(Map.of());
        update("1", Map.of("Prefix", "otros/"));

        hose.restart();

        assertThat(hose.describe()).containsEntry("VersionId", "2");
        assertThat(hose.resource().attributes()).containsEntry("prefix", "otros/");
    }

    private void update(String version, Map<String, Object> changes) {
        hose.call("UpdateDestination", Map.of("DeliveryStreamName", "kinesis1", "CurrentDeliveryStreamVersionId",
                version, "DestinationId", "destinationId-000000000001", "ExtendedS3DestinationUpdate", changes));
    }

    @Test
    void staleUpdatesAreRefused() {
        hose.created(Map.of());
        update("1", Map.of("Prefix", "b/"));

        assertThatThrownBy(() -> update("1", Map.of("Prefix", "c/"))).isInstanceOf(AwsError.class)
                .hasMessage("Cannot update firehose: kinesis1 since the current version id: 2 and specified version "
                        + "id: 1 do not match")
                .extracting("code").isEqualTo("ConcurrentModificationException");
        assertThatThrownBy(() -> update("2", Map.of("Prefix", "!{timestamp:yyyy}/", "ErrorOutputPrefix", "")))
                .extracting("code").isEqualTo("InvalidArgumentException");
        assertThat(hose.describe()).containsEntry("VersionId", "2");
    }

    @Test
    void otherDestinationIdsAreRefused() {
        hose.created(Map.of());

        assertThatThrownBy(() -> hose.call("UpdateDestination", Map.of("DeliveryStreamName", "kinesis1",
                "CurrentDeliveryStreamVersionId", "1", "DestinationId", "destinationId-000000000002",
                "ExtendedS3DestinationUpdate", Map.of()))).hasMessage(
                        "Destination Id destinationId-000000000002 not found");
    }

    @Test
    void listsByNameAndTypeInPages() {
        for (String name : List.of("c", "a", "b")) {
            Map<String, Object> input = new HashMap<>(Map.of("ExtendedS3DestinationConfiguration", Hose.lab()));
            input.put("DeliveryStreamName", name);
            hose.call("CreateDeliveryStream", input);
        }

        assertThat(hose.call("ListDeliveryStreams", Map.of())).containsEntry("DeliveryStreamNames",
                List.of("a", "b", "c")).containsEntry("HasMoreDeliveryStreams", false);
        assertThat(hose.call("ListDeliveryStreams", Map.of("Limit", 2))).containsEntry("DeliveryStreamNames",
                List.of("a", "b")).containsEntry("HasMoreDeliveryStreams", true);
        assertThat(hose.call("ListDeliveryStreams", Map.of("ExclusiveStartDeliveryStreamName", "b")))
                .containsEntry("DeliveryStreamNames", List.of("c"));
        assertThat(hose.call("ListDeliveryStreams", Map.of("DeliveryStreamType", "KinesisStreamAsSource")))
                .containsEntry("DeliveryStreamNames", List.of());
    }

    @Test
    void tagsAreAddedReplacedRemovedAndListedInPages() {
        hose.create(Map.of("ExtendedS3DestinationConfiguration", Hose.lab(), "Tags",
                List.of(Map.of("Key", "desarrollo_kinesis", "Value", "bolsa"))));
        hose.call("TagDeliveryStream", Map.of("DeliveryStreamName", "kinesis1", "Tags",
                List.of(Map.of("Key", "b", "Value", "1"), Map.of("Key", "a"))));
        hose.call("TagDeliveryStream",
                Map.of("DeliveryStreamName", "kinesis1", "Tags", List.of(Map.of("Key", "b", "Value", "2"))));

        assertThat(hose.call("ListTagsForDeliveryStream", Map.of("DeliveryStreamName", "kinesis1", "Limit", 2)))
                .containsEntry("Tags", List.of(Map.of("Key", "a", "Value", ""), Map.of("Key", "b", "Value", "2")))
                .containsEntry("HasMoreTags", true);
        hose.call("UntagDeliveryStream",
                Map.of("DeliveryStreamName", "kinesis1", "TagKeys", List.of("a", "b", "none")));
        hose.restart();
        assertThat(hose.call("ListTagsForDeliveryStream")).containsEntry("Tags",
                List.of(Map.of("Key", "desarrollo_kinesis", "Value", "bolsa"))).containsEntry("HasMoreTags", false);
    }

    @Test
    void resetForgetsEverything() {
        hose.created(Map.of());
        hose.put("a");

        hose.bench.service("firehose").reset();
        hose.advance(60);

        assertThatThrownBy(hose::describe).hasMessage(NOT_FOUND);
        assertThat(hose.store.objects).isEmpty();
        hose.restart();
        assertThatThrownBy(hose::describe).hasMessage(NOT_FOUND);
    }
}
