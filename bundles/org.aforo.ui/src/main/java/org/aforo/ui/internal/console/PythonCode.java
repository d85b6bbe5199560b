package org.aforo.ui.internal.console;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.aforo.ui.internal.forms.Schema;
import tools.jackson.databind.JsonNode;

/** A call as a Python program with boto3. */
final class PythonCode {

    private static final Set<String> KEYWORDS = Set.of("False", "None", "True", "and", "as", "assert", "async", "await",
            "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global",
            "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
            "with", "yield");

    private final ApiCall call;
    private boolean base64;

    private PythonCode(ApiCall call) {
        this.call = call;
    }

    static String of(ApiCall call) {
        PythonCode code = new PythonCode(call);
        String arguments = code.arguments();
        String streamed = call.streamedAnswer();
        return (code.base64 ? "import base64\n\n" : "") + """
                import boto3

                client = boto3.client(
                    %s,
                    endpoint_url=%s,
                    region_name=%s,
                    aws_access_key_id=%s,
                    aws_secret_access_key=%s,
                )
                response = client.%s(%s)
                print(response%s)
                """.formatted(text(Sdk.of(call.service()).python()), text(call.endpoint().toString()),
                text(ApiCall.REGION), text(ApiCall.KEY), text(ApiCall.KEY), Names.separated(call.operation(), "_"),
                arguments, streamed.isEmpty() ? "" : '[' + text(streamed) + "].read()");
    }

    private String arguments() {
        if (call.input().isEmpty()) {
            return "";
        }
        boolean names = call.input().properties().stream().map(Map.Entry::getKey).allMatch(PythonCode::isName);
        if (!names) {
            return "**" + object(call.input(), call.takes(), "");
        }
        StringBuilder code = new StringBuilder("\n");
        call.input().properties().forEach(member -> code.append("    ").append(member.getKey()).append('=')
                .append(value(member.getValue(), call.memberSchema(call.takes(), member.getKey()), "    "))
                .append(",\n"));
        return code.toString();
    }

    private static boolean isName(String text) {
        return text.matches("[A-Za-z_][A-Za-z0-9_]*") && !KEYWORDS.contains(text);
    }

    private String value(JsonNode value, Schema schema, String indent) {
        if (value.isObject()) {
            return object(value, schema, indent);
        }
        if (value.isArray()) {
            return list(value, schema, indent);
        }
        if (schema.type() == Schema.Type.BLOB && value.isString()) {
            return bytes(value.asString(), schema.streaming());
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "True" : "False";
        }
        return value.isNull() ? "None" : value.isNumber() ? value.asString() : text(value.asString());
    }

    private String bytes(String value, boolean streaming) {
        Optional<String> readable = streaming ? Optional.of(value) : Bytes.text(value);
        if (readable.isEmpty()) {
            base64 = true;
            return "base64.b64decode(" + text(value) + ')';
        }
        boolean ascii = readable.get().chars().allMatch(c -> c < 0x80);
        return ascii ? 'b' + text(readable.get()) : text(readable.get()) + ".encode()";
    }

    private String object(JsonNode object, Schema schema, String indent) {
        if (object.isEmpty()) {
            return "{}";
        }
        StringBuilder code = new StringBuilder("{\n");
        object.properties().forEach(member -> code.append(indent).append("    ").append(text(member.getKey()))
                .append(": ").append(value(member.getValue(), inner(schema, member.getKey()), indent + "    "))
                .append(",\n"));
        return code.append(indent).append('}').toString();
    }

    private Schema inner(Schema schema, String name) {
        return schema.type() == Schema.Type.MAP ? schema.value() : call.memberSchema(schema, name);
    }

    private String list(JsonNode list, Schema schema, String indent) {
        if (list.isEmpty()) {
            return "[]";
        }
        StringBuilder code = new StringBuilder("[\n");
        list.forEach(item -> code.append(indent).append("    ")
                .append(value(item, schema.item(), indent + "    ")).append(",\n"));
        return code.append(indent).append(']').toString();
    }

    static String text(String text) {
        StringBuilder code = new StringBuilder("\"");
        text.chars().forEach(c -> code.append(switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c == 0x7f ? "\\x%02x".formatted(c) : String.valueOf((char) c);
        }));
        return code.append('"').toString();
    }
}
