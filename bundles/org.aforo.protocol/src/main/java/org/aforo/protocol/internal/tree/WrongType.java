package org.aforo.protocol.internal.tree;

import java.util.Locale;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.tree.PullReader.Token;

/** AWS's words for a value that is of another type than the model says. */
final class WrongType {

    private WrongType() {
    }

    static AwsError of(Token token, Kind kind, PullReader in) {
        return AwsError.client("SerializationException", text(token, kind, in));
    }

    private static String text(Token token, Kind kind, PullReader in) {
        return switch (token) {
            case LIST -> "Start of list found where not expected";
            case STRUCT -> "Start of structure or map found where not expected.";
            default -> switch (kind) {
                case STRUCTURE -> "Expected null";
                case LIST -> "Expected list or null";
                case MAP -> "Expected map or null";
                case BOOLEAN -> token == Token.STRING
                        ? '\'' + in.string().toUpperCase(Locale.ROOT) + "' can not be converted to an Boolean"
                        : scalar(token, kind);
                default -> scalar(token, kind);
            };
        };
    }

    private static String scalar(Token token, Kind kind) {
        String article = kind == Kind.BLOB ? "a " : "an ";
        return "class " + className(token) + " can not be converted to " + article + kind.title();
    }

    private static String className(Token token) {
        return switch (token) {
            case STRING -> "java.lang.String";
            case TRUE, FALSE -> "java.lang.Boolean";
            case BYTES -> "java.nio.HeapByteBuffer";
            case TIMESTAMP -> "java.util.Date";
            default -> "java.math.BigDecimal";
        };
    }
}
