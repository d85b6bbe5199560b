package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Connections;
import org.aforo.client.Control;
import org.aforo.client.LiveResource;
import org.eclipse.core.commands.Command;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Making and removing resources, as the services' hints say. */
class WizardTest {

    private static final String NEW = "org.aforo.ui.wizards.new";
    private static final String ACTION = "org.aforo.ui.wizards.new.action";
    private static final String UPDATE = "org.aforo.ui.wizards.update";
    private static final String UPDATE_ACTION = "org.aforo.ui.wizards.update.action";
    private static final String RESOURCES = "org.aforo.ui.resources";

    private BenchConnection bench;

    @BeforeEach
    void aBench() {
        bench = Ui.await("the embedded bench", () -> Connections.shared().all().stream()
                .filter(BenchConnection::embedded).findFirst().orElse(null));
        Ui.until("the connection", () -> bench.state() == BenchConnection.State.LIVE);
    }

    @AfterEach
    void nothingStays() throws BenchException {
        bench.control().post("/reset", Control.object());
    }

    @Test
    void aNameThatAwsRefusesIsToldInItsWordsAndMended() {
        Ui.show(RESOURCES);

        Ui.dialog(() -> Ui.run(NEW, ACTION, "kinesis/stream/create/CreateStream"), wizard -> {
            Text name = Ui.named(wizard, Text.class, "Name");
            Ui.type(name, "no good");
            Ui.until("AWS's words at the field", () -> Ui.all(wizard, Label.class).stream()
                    .anyMatch(label -> label.isVisible() && label.getText().startsWith("Value 'no good' at 'streamName'"
                            + " failed to satisfy constraint: Member must satisfy regular expression pattern")));
            assertThat(button(wizard, "Next >").isEnabled()).isFalse();
            assertThat(button(wizard, "Finish").isEnabled()).isFalse();

            Ui.type(name, "ticks");
            finish(wizard);
        });

        LiveResource stream = resource("stream", "ticks");
        Ui.until("the stream is selected", () -> selection().equals(List.of(stream)));
    }

    @Test
    void aFifoQueueHasAWizardOfItsOwnWhoseAttributesKeysHaveRoom() {
        Ui.show(RESOURCES);

        Ui.dialog(() -> Ui.run(NEW, ACTION, "sqs/queue/create/CreateQueue/2"), wizard -> {
            assertThat(Ui.named(wizard, Text.class, "Name").getText()).isEqualTo("cola.fifo");
            Combo key = Ui.all(wizard, Combo.class).stream()
                    .filter(combo -> combo.getText().equals("ReceiveMessageWaitTimeSeconds")).findFirst().orElseThrow();
            GC gc = new GC(key);
            int needed = gc.textExtent(key.getText()).x;
            gc.dispose();
            assertThat(key.getSize().x).isGreaterThan(needed);
            Ui.click(button(wizard, "Cancel"));
        });
    }

    @Test
    void whatTheOperationRefusesStaysInTheWizard() throws BenchException {
        bench.control().call("kinesis", "CreateStream", Control.object().put("StreamName", "twice")
                .put("ShardCount", 1));
        resource("stream", "twice");

        Ui.dialog(() -> Ui.run(NEW, ACTION, "kinesis/stream/create/CreateStream"), wizard -> {
            Ui.type(Ui.named(wizard, Text.class, "Name"), "twice");
            finish(wizard);
            Ui.until("AWS's words", () -> Ui.all(wizard, Text.class).stream()
                    .anyMatch(text -> text.getText().contains("ResourceInUseException: ")));
            Ui.click(button(wizard, "Cancel"));
        });
    }

    @Test
    void theLabsDeliveryStreamIsMadeByItsPresets() throws BenchException {
        bench.control().call("s3", "CreateBucket", Control.object().put("Bucket", "bolsa-lab"));
        LiveResource bucket = resource("bucket", "bolsa-lab");

        Ui.dialog(() -> Ui.run(NEW, ACTION, "firehose/delivery-stream/create/CreateDeliveryStream"), wizard -> {
            for (int page = 0; page < 3; page++) {
                next(wizard);
            }
            Combo buckets = Ui.named(wizard, Combo.class, "S3 bucket");
            assertThat(buckets.getItems()).contains(bucket.arn());
            buckets.setText(bucket.arn());
            for (int page = 3; page < 8; page++) {
                next(wizard);
            }
            assertThat(Ui.named(wizard, Text.class, "What is sent, as JSON").getText())
                    .contains("\"BucketARN\" : \"" + bucket.arn() + '"').contains("\"Prefix\" : \"datos/\"");
            finish(wizard);
        });

        LiveResource stream = resource("delivery-stream", "kinesis1");
        Ui.until("it is active", () -> stream.state().state().equals("ACTIVE"));
        JsonNode destination = bench.control().call("firehose", "DescribeDeliveryStream",
                Control.object().put("DeliveryStreamName", "kinesis1")).path("DeliveryStreamDescription")
                .path("Destinations").path(0).path("ExtendedS3DestinationDescription");
        assertThat(destination.path("ErrorOutputPrefix").asString("")).isEqualTo("errores/");
        assertThat(destination.path("BufferingHints").path("SizeInMBs").asInt(0)).isEqualTo(1);
        assertThat(destination.path("BufferingHints").path("IntervalInSeconds").asInt(0)).isEqualTo(60);
    }

    @Test
    void whatIsRemovedIsToldBeforeAndOnlyGoesWhenConfirmed() throws BenchException {
        for (String name : List.of("one", "two")) {
            bench.control().call("kinesis", "CreateStream", Control.object().put("StreamName", name)
                    .put("ShardCount", 2));
        }
        List<LiveResource> streams = List.of(resource("stream", "one"), resource("stream", "two"));
        streams.forEach(stream -> Ui.until("it is active", () -> stream.state().state().equals("ACTIVE")));
        select(streams);

        Ui.dialog(() -> Ui.run("org.eclipse.ui.edit.delete"), question -> {
            assertThat(Ui.all(question, Label.class)).extracting(Label::getText)
                    .anySatisfy(text -> assertThat(text).contains("stream one (2 parts", "stream two (2 parts"));
            Ui.click(button(question, "Cancel"));
        });
        assertThat(streams).noneMatch(LiveResource::gone);

        Ui.dialog(() -> Ui.run("org.eclipse.ui.edit.delete"), question -> Ui.click(button(question, "Delete")));
        Ui.until("both are gone", () -> streams.stream().allMatch(LiveResource::gone));
    }

    @Test
    void whatIsInABucketGoesAndTheBucketStays() throws BenchException {
        bench.control().call("s3", "CreateBucket", Control.object().put("Bucket", "full"));
        bench.control().call("s3", "PutObject",
                Control.object().put("Bucket", "full").put("Key", "a").put("Body", "x"));
        LiveResource bucket = resource("bucket", "full");
        select(List.of(bucket));

        Ui.dialog(() -> Ui.run("org.aforo.ui.wizards.empty"), question -> Ui.click(button(question, "Empty")));

        Ui.until("it is empty", () -> objects("full") == 0);
        assertThat(bucket.gone()).isFalse();
    }

    @Test
    void aChangeSendsWhatIsFilledInAndLeavesTheRest() throws BenchException {
        bench.control().call("s3", "CreateBucket", Control.object().put("Bucket", "there"));
        bench.control().call("firehose", "CreateDeliveryStream", Control.object().put("DeliveryStreamName", "changed")
                .set("ExtendedS3DestinationConfiguration", Control.object().put("BucketARN", "arn:aws:s3:::there")
                        .put("RoleARN", "arn:aws:iam::000000000000:role/LabRole").put("ErrorOutputPrefix", "bad/")));
        LiveResource stream = resource("delivery-stream", "changed");
        Ui.until("it is active", () -> stream.state().state().equals("ACTIVE"));
        select(List.of(stream));

        Ui.dialog(() -> Ui.run(UPDATE, UPDATE_ACTION, "firehose/delivery-stream/update/UpdateDestination"), wizard -> {
            Ui.type(Ui.named(wizard, Text.class, "Prefix"), "other/");
            finish(wizard);
        });

        JsonNode destination = bench.control().call("firehose", "DescribeDeliveryStream",
                Control.object().put("DeliveryStreamName", "changed")).path("DeliveryStreamDescription")
                .path("Destinations").path(0).path("ExtendedS3DestinationDescription");
        assertThat(destination.path("Prefix").asString("")).isEqualTo("other/");
        assertThat(destination.path("ErrorOutputPrefix").asString("")).isEqualTo("bad/");
    }

    @Test
    void aStreamsShardsAreChangedFromItsMenu() throws BenchException {
        bench.control().call("kinesis", "CreateStream",
                Control.object().put("StreamName", "grows").put("ShardCount", 2));
        LiveResource stream = resource("stream", "grows");
        Ui.until("it is active", () -> stream.state().state().equals("ACTIVE"));
        select(List.of(stream));

        Ui.dialog(() -> Ui.run(UPDATE, UPDATE_ACTION, "kinesis/stream/update/UpdateShardCount"), wizard -> {
            Ui.type(Ui.named(wizard, Text.class, "Shards"), "4");
            finish(wizard);
        });

        Ui.until("four shards are open", () -> "4".equals(stream.state().attributes().get("Open shards")));
    }

    private int objects(String bucket) {
        try {
            return bench.control().call("s3", "ListObjectsV2", Control.object().put("Bucket", bucket))
                    .path("KeyCount").asInt(-1);
        } catch (BenchException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private LiveResource resource(String kind, String name) {
        return Ui.await(kind + ' ' + name, () -> bench.resources().stream()
                .filter(resource -> resource.state().kind().equals(kind) && resource.state().name().equals(name))
                .findFirst().orElse(null));
    }

    private static void select(List<LiveResource> resources) {
        IViewPart view = Ui.show(RESOURCES);
        Ui.until("the selection", () -> {
            view.getSite().getSelectionProvider().setSelection(new StructuredSelection(resources));
            return selection().equals(resources);
        });
        // commands are enabled by what is offered for the selection, which comes in the background
        Ui.until("delete is there", () -> Optional.ofNullable(Ui.window().getService(
                ICommandService.class).getCommand("org.eclipse.ui.edit.delete"))
                .filter(Command::isEnabled).isPresent());
    }

    private static List<?> selection() {
        return Ui.show(RESOURCES).getSite().getSelectionProvider()
                .getSelection() instanceof IStructuredSelection selected ? selected.toList() : List.of();
    }

    private static void next(Shell wizard) {
        Ui.until("Next", button(wizard, "Next >")::isEnabled);
        Ui.click(button(wizard, "Next >"));
    }

    private static void finish(Shell wizard) {
        Ui.until("Finish", button(wizard, "Finish")::isEnabled);
        Ui.click(button(wizard, "Finish"));
    }

    private static Button button(Shell shell, String label) {
        return Ui.named(shell, Button.class, label);
    }
}
