package org.aforo.ui.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.aforo.client.Control;
import org.aforo.ui.internal.forms.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call as a command of the AWS CLI, version 2, for a POSIX shell. */
final class CliCode {

    private static final String BODY = "body.bin";

    private final ApiCall call;
    private final boolean plain;
    private final List<String> before = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private boolean blobs;

    private CliCode(ApiCall call) {
        this.call = call;
        this.plain = plain(call.input(), call.takes());
    }

    static String of(ApiCall call) {
        CliCode code = new CliCode(call);
        for (Map.Entry<String, JsonNode> member : call.input().properties()) {
            code.option(member.getKey(), member.getValue(), call.memberSchema(call.takes(), member.getKey()));
        }
        return code.text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add("aws " + Sdk.of(call.service()).cli() + ' ' + Names.separated(call.operation(), "-"));
        lines.add("--endpoint-url " + quoted(call.endpoint().toString()));
        lines.add("--region " + ApiCall.REGION);
        if (blobs) {
            lines.add("--cli-binary-format " + (plain ? "raw-in-base64-out" : "base64"));
        }
        lines.addAll(options);
        if (!call.streamedAnswer().isEmpty()) {
            lines.add("answer.bin");
        }
        return "export AWS_ACCESS_KEY_ID=" + ApiCall.KEY + " AWS_SECRET_ACCESS_KEY=" + ApiCall.KEY + '\n'
                + String.join("", before) + String.join(" \\\n    ", lines) + '\n';
    }

    private void option(String member, JsonNode value, Schema schema) {
        String name = "--" + Names.separated(member, "-");
        switch (schema.type()) {
            case BOOLEAN -> options.add(value.asBoolean(false) ? name : "--no-" + name.substring(2));
            case BLOB -> blob(name, value.asString(""), schema);
            default -> options.add(name + argument(value.isValueNode() ? value.asString()
                    : converted(value, schema).toString()));
        }
    }

    private void blob(String name, String value, Schema schema) {
        if (schema.streaming()) {
            before.add("printf '%s' " + quoted(value) + " > " + BODY + '\n');
            options.add(name + ' ' + BODY);
        } else {
            options.add(name + argument(bytes(value).asString("")));
        }
    }

    private JsonNode bytes(String base64) {
        blobs = true;
        return JsonNodeFactory.instance.stringNode(plain ? Bytes.text(base64).orElse(base64) : base64);
    }

    /** A value with its blobs as the CLI takes them. */
    private JsonNode converted(JsonNode value, Schema schema) {
        return switch (schema.type()) {
            case BLOB -> bytes(value.asString(""));
            case STRUCTURE -> object(value, schema);
            case MAP -> map(value, schema.value());
            case LIST -> list(value, schema.item());
            default -> value;
        };
    }

    private JsonNode object(JsonNode value, Schema schema) {
        ObjectNode object = Control.object();
        value.properties().forEach(member -> object.set(member.getKey(),
                converted(member.getValue(), call.memberSchema(schema, member.getKey()))));
        return object;
    }

    private JsonNode map(JsonNode value, Schema schema) {
        ObjectNode object = Control.object();
        value.properties().forEach(entry -> object.set(entry.getKey(), converted(entry.getValue(), schema)));
        return object;
    }

    private JsonNode list(JsonNode value, Schema schema) {
        ArrayNode list = Control.JSON.createArrayNode();
        value.forEach(item -> list.add(converted(item, schema)));
        return list;
    }

    /** Whether all blobs are text; one that looks like a file's address would be read from there, so it isn't. */
    private static boolean plain(JsonNode value, Schema schema) {
        return switch (schema.type()) {
            case BLOB -> {
                Optional<String> text = schema.streaming() ? Optional.of("") : Bytes.text(value.asString(""));
                yield text.isPresent() && !text.get().matches("(?s)(fileb?|https?)://.*");
            }
            case STRUCTURE -> value.properties().stream().allMatch(member -> schema.member(member.getKey())
                    .map(known -> plain(member.getValue(), known.schema())).orElse(true));
            case MAP -> value.properties().stream().allMatch(entry -> plain(entry.getValue(), schema.value()));
            case LIST -> value.valueStream().allMatch(item -> plain(item, schema.item()));
            default -> true;
        };
    }

    /** What begins with a dash would be taken for another option. */
    private static String argument(String value) {
        return (value.startsWith("-") ? "=" : " ") + quoted(value);
    }

    /** As one word of a POSIX shell. */
    static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=,-]+") ? text : '\'' + text.replace("'", "'\\''") + '\'';
    }
}
