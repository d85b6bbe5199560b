package org.aforo.service.firehose.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.Action;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The wizard's hints, tried as the workbench does: presets filled in, operations called. */
class ActionsTest {

    private static Action of(Action.Role role) {
        return FirehoseActions.all().stream().filter(a -> a.role() == role).findFirst().orElseThrow();
    }

    private static Map<String, Object> presets(Action action) {
        Map<String, Object> input = new LinkedHashMap<>();
        action.pages().forEach(page -> page.fields().stream().filter(f -> f.preset() != null)
                .forEach(field -> set(input, field.member(), field.preset())));
        return input;
    }

    @SuppressWarnings("unchecked")
    private static void set(Map<String, Object> into, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            into.put(path, value);
        } else {
            set((Map<String, Object>) into.computeIfAbsent(path.substring(0, dot), n -> new LinkedHashMap<>()),
                    path.substring(dot + 1), value);
        }
    }

    @Test
    void the_presets_and_a_bucket_make_the_delivery_stream_of_the_lab() {
        try (Hose hose = new Hose()) {
            Map<String, Object> input = presets(of(Action.Role.CREATE));
            set(input, "ExtendedS3DestinationConfiguration.BucketARN", "arn:aws:s3:::bolsa");

            hose.call("CreateDeliveryStream", input);
            hose.bench.advance(Hose.SECOND);

            assertThat(hose.bench.resource("arn:aws:firehose:us-east-1:000000000000:deliverystream/kinesis1")
                    .attributes()).containsEntry("type", "DirectPut").containsEntry("prefix", "datos/")
                    .containsEntry("error prefix", "errores/").containsEntry("buffer size", "1 MiB")
                    .containsEntry("buffer interval", "60 s").containsEntry("compression", "UNCOMPRESSED")
                    .containsEntry("error logging", "on").containsEntry("tag desarrollo_kinesis", "bolsa");
        }
    }

    @Test
    void what_the_chosen_resource_gives_and_one_field_change_the_destination() {
        try (Hose hose = new Hose().created(Map.of())) {
            String arn = "arn:aws:firehose:us-east-1:000000000000:deliverystream/kinesis1";
            Action update = of(Action.Role.UPDATE);
            Map<String, Object> input = new LinkedHashMap<>();
            update.bind().forEach((member, template) -> input.put(member, template.replace("{name}", "kinesis1")
                    .replace("{attribute:version}", hose.bench.resource(arn).attributes().get("version"))));
            set(input, "ExtendedS3DestinationUpdate.Prefix", "otros/");

            hose.call(update.operation(), input);

            assertThat(hose.bench.resource(arn).attributes()).containsEntry("prefix", "otros/");
        }
    }

    @Test
    void every_text_is_there_in_english_and_in_spanish() {
        for (Action action : FirehoseActions.all()) {
            assertThat(action.title().in("es")).isNotBlank().isNotEqualTo(action.title().in("en"));
            action.pages().forEach(page -> {
                assertThat(page.title().in("es")).isNotEqualTo(page.title().english());
                assertThat(page.description().in("es-MX")).isNotEqualTo(page.description().english());
                assertThat(List.of(page.fields().getFirst().help().in("es"))).doesNotContain("");
            });
        }
    }
}
