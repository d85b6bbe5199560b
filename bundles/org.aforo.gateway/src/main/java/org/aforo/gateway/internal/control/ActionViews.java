package org.aforo.gateway.internal.control;

import java.util.List;
import java.util.Locale;

import org.aforo.api.Action;
import org.aforo.api.Bench;
import org.aforo.api.IngestionService;
import tools.jackson.core.JsonGenerator;

/** {@code GET /actions?lang=}: what a person can do with the kinds of resources there are. */
final class ActionViews {

    private final Bench bench;
    private final Guard guard;

    ActionViews(Bench bench, Guard guard) {
        this.bench = bench;
        this.guard = guard;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/actions", this::get));
    }

    private Answer get(ControlRequest request) {
        String language = request.query().get("lang");
        return Answer.json(gen -> {
            gen.writeStartObject();
            gen.writeArrayPropertyStart("actions");
            for (IngestionService service : bench.services()) {
                guard.<List<String>>ask(service.getClass().getName(), "actions()", () -> json(service, language),
                        e -> List.of()).forEach(gen::writeRawValue);
            }
            gen.writeEndArray();
            gen.writeEndObject();
        });
    }

    private static List<String> json(IngestionService service, String language) {
        String id = service.descriptor().id();
        return service.actions().stream().map(action -> Json.text(gen -> write(gen, id, action, language))).toList();
    }

    private static void write(JsonGenerator gen, String service, Action action, String language) {
        gen.writeStartObject();
        gen.writeStringProperty("service", service);
        gen.writeStringProperty("kind", action.kind());
        gen.writeStringProperty("role", lower(action.role()));
        gen.writeStringProperty("operation", action.operation());
        gen.writeStringProperty("title", action.title().in(language));
        gen.writeName("bind");
        Json.value(gen, action.bind());
        gen.writeArrayPropertyStart("pages");
        for (Action.Page page : action.pages()) {
            gen.writeStartObject();
            gen.writeStringProperty("title", page.title().in(language));
            gen.writeStringProperty("description", page.description().in(language));
            gen.writeArrayPropertyStart("fields");
            page.fields().forEach(field -> write(gen, field, language));
            gen.writeEndArray();
            gen.writeEndObject();
        }
        gen.writeEndArray();
        gen.writeEndObject();
    }

    private static void write(JsonGenerator gen, Action.Field field, String language) {
        Action.Choice choice = field.choice();
        gen.writeStartObject();
        gen.writeStringProperty("member", field.member());
        gen.writeStringProperty("label", field.label().in(language));
        gen.writeStringProperty("help", field.help().in(language));
        gen.writeName("preset");
        Json.value(gen, field.preset());
        gen.writeStringProperty("choices", choice == null ? null : choice.kind());
        gen.writeStringProperty("choiceValue", choice == null ? null : lower(choice.value()));
        gen.writeEndObject();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
