package org.aforo.ui.internal.console;

import java.math.BigInteger;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.aforo.ui.internal.forms.Schema;
import tools.jackson.databind.JsonNode;

/** A call as a Java program with the AWS SDK, version 2. */
final class JavaCode {

    private static final String SDK = "software.amazon.awssdk.";
    private static final int PAIRS = 10;
    private static final BigInteger INT = BigInteger.valueOf(Integer.MAX_VALUE);

    private final ApiCall call;
    private final Sdk sdk;
    private final String services;
    private final TreeSet<String> imports = new TreeSet<>();
    private String body = "";

    private JavaCode(ApiCall call) {
        this.call = call;
        this.sdk = Sdk.of(call.service());
        this.services = SDK + "services." + sdk.javaPackage() + '.';
    }

    static String of(ApiCall call) {
        return new JavaCode(call).text();
    }

    private String text() {
        imports.add("java.net.URI");
        imports.add(SDK + "auth.credentials.AwsBasicCredentials");
        imports.add(SDK + "auth.credentials.StaticCredentialsProvider");
        imports.add(SDK + "regions.Region");
        imports.add(services + sdk.javaClient() + "Client");
        String request = structure(call.input(), call.takes(), Names.type(call.operation()) + "Request", 4);
        boolean streamed = !call.streamedAnswer().isEmpty();
        String code = """
                public class %s {
                    public static void main(String[] args) {
                        try (%2$sClient client = %2$sClient.builder()
                                .endpointOverride(URI.create(%3$s))
                                .region(Region.of(%4$s))
                                .credentialsProvider(StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create(%5$s, %5$s)))%6$s
                                .build()) {
                            var response = client.%7$s%8$s(%9$s%10$s);
                            System.out.println(response%11$s);
                        }
                    }
                }
                """.formatted(Names.type(call.operation()), sdk.javaClient(), quoted(call.endpoint().toString()),
                quoted(ApiCall.REGION), quoted(ApiCall.KEY), sdk.pathStyle() ? "\n                .forcePathStyle(true)"
                        : "",
                Names.method(call.operation()), streamed ? "AsBytes" : "", request, body,
                streamed ? ".asUtf8String()" : "");
        return imports.stream().map(name -> "import " + name + ";\n").collect(Collectors.joining())
                + '\n' + code;
    }

    /** A builder's chain; {@code depth} in steps of four spaces. */
    private String structure(JsonNode value, Schema schema, String type, int depth) {
        // one by one, since Record would be java.lang's too
        imports.add(services + "model." + type);
        StringBuilder code = new StringBuilder(type).append(".builder()");
        value.properties().forEach(member -> {
            Schema known = call.memberSchema(schema, member.getKey());
            if (known.streaming()) {
                imports.add(SDK + "core.sync.RequestBody");
                body = ", RequestBody.fromString(" + quoted(member.getValue().asString("")) + ')';
            } else {
                code.append('\n').append("    ".repeat(depth + 1)).append('.').append(setter(member.getKey(), known))
                        .append('(').append(value(member.getValue(), known, depth + 2)).append(')');
            }
        });
        return code.append('\n').append("    ".repeat(depth + 1)).append(".build()").toString();
    }

    /** Enums within lists and maps have setters of their own that take texts. */
    private String setter(String member, Schema schema) {
        boolean enums = switch (schema.type()) {
            case LIST -> holdsEnums(schema.item());
            case MAP -> schema.key().type() == Schema.Type.ENUM || holdsEnums(schema.value());
            default -> false;
        };
        return Names.method(member) + (enums || sdk.enums().contains(member) ? "WithStrings" : "");
    }

    private static boolean holdsEnums(Schema schema) {
        return schema.type() == Schema.Type.ENUM;
    }

    private String value(JsonNode value, Schema schema, int depth) {
        return switch (schema.type()) {
            case STRUCTURE -> structure(value, schema, Names.type(schema.structureName().orElse("Unknown")), depth);
            case LIST -> list(value, schema.item(), depth);
            case MAP -> map(value, schema.value(), depth);
            case BLOB -> bytes(value.asString(""));
            case TIME -> time(value);
            case INTEGER -> value.isNumber() ? whole(value, schema) : quoted(value.asString(""));
            case NUMBER -> value.asString("") + (schema.isFormat("float") ? "f" : "d");
            case BOOLEAN -> value.asString("");
            case TEXT, ENUM -> quoted(value.asString(""));
            case ANY -> document(value);
        };
    }

    private static String whole(JsonNode value, Schema schema) {
        boolean wide = schema.isFormat("int64") || value.bigIntegerValue().abs().compareTo(INT) > 0;
        return value.asString() + (wide ? "L" : "");
    }

    private String time(JsonNode value) {
        imports.add("java.time.Instant");
        return value.isNumber() ? "Instant.ofEpochMilli(" + Math.round(value.asDouble() * 1000) + "L)"
                : "Instant.parse(" + quoted(value.asString("")) + ')';
    }

    private String bytes(String base64) {
        imports.add(SDK + "core.SdkBytes");
        Optional<String> readable = Bytes.text(base64);
        if (readable.isPresent()) {
            return "SdkBytes.fromUtf8String(" + quoted(readable.get()) + ')';
        }
        imports.add("java.util.Base64");
        return "SdkBytes.fromByteArray(Base64.getDecoder().decode(" + quoted(base64) + "))";
    }

    private String list(JsonNode list, Schema item, int depth) {
        imports.add("java.util.List");
        return list.valueStream().map(value -> line(depth) + value(value, item, depth + 1))
                .collect(Collectors.joining(",", "List.of(", ")"));
    }

    private String map(JsonNode map, Schema item, int depth) {
        imports.add("java.util.Map");
        boolean few = map.size() <= PAIRS;
        return map.properties().stream()
                .map(entry -> line(depth) + (few ? "" : "Map.entry(") + quoted(entry.getKey()) + ", "
                        + value(entry.getValue(), item, depth + 1) + (few ? "" : ")"))
                .collect(Collectors.joining(",", few ? "Map.of(" : "Map.ofEntries(", ")"));
    }

    private String document(JsonNode value) {
        imports.add(SDK + "core.document.Document");
        return "Document.fromString(" + quoted(value.isString() ? value.asString() : value.toString()) + ')';
    }

    private static String line(int depth) {
        return '\n' + "    ".repeat(depth);
    }

    static String quoted(String text) {
        StringBuilder code = new StringBuilder("\"");
        text.chars().forEach(c -> code.append(switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' || c == 0x7f ? "\\%03o".formatted(c) : String.valueOf((char) c);
        }));
        return code.append('"').toString();
    }
}
