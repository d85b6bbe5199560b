package org.aforo.protocol.internal.tree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Location;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.tree.PullReader.Token;

/** Reads values of a shape out of JSON or CBOR. Members the shape doesn't have are passed over. */
public final class TreeDecoder {

    private final PullReader in;
    private final Rules rules;

    /**
     * How a protocol reads.
     *
     * @param timestamps how timestamps are written where the model doesn't say
     * @param truncates  whether fractions are cut off whole numbers, as awsJson does, rather than refused
     * @param nullItems  whether lists may have null items that aren't sparse; the validation then refuses them
     */
    public record Rules(TimestampFormat timestamps, boolean truncates, boolean nullItems) {
    }

    public TreeDecoder(PullReader in, Rules rules) {
        this.in = in;
        this.rules = rules;
    }

    /** The document, which is one structure and nothing more. */
    public Struct root(Shape shape) {
        Token token = in.next();
        if (token != Token.STRUCT) {
            throw PullReader.malformed();
        }
        Struct struct = struct(shape);
        in.end();
        return struct;
    }

    /** The document, of any shape. */
    public Object whole(Member member) {
        Object value = value(member, in.next());
        in.end();
        return value;
    }

    private Struct struct(Shape shape) {
        Struct struct = new Struct(shape);
        int guess = 0;
        while (in.nextName()) {
            Member member = in.member(shape, guess);
            boolean stray = member == null && shape.traits().union() && !in.name().equals("__type");
            Token token = in.next();
            if (member == null || member.location() != Location.BODY) {
                if (stray && token != Token.NULL) {
                    throw PullReader.malformed();
                }
                in.skip(token);
            } else {
                guess = member.index() + 1;
                struct.set(member, value(member, token));
            }
        }
        return struct;
    }

    private Object value(Member member, Token token) {
        Shape shape = member.shape();
        if (token == Token.NULL) {
            return null;
        }
        return switch (shape.kind()) {
            case STRUCTURE -> {
                if (token != Token.STRUCT) {
                    throw WrongType.of(token, shape.kind(), in);
                }
                yield struct(shape);
            }
            case LIST -> list(shape, token);
            case MAP -> map(shape, token);
            case STRING -> {
                if (token != Token.STRING) {
                    throw WrongType.of(token, shape.kind(), in);
                }
                yield in.string();
            }
            case BOOLEAN -> switch (token) {
                case TRUE -> true;
                case FALSE -> false;
                default -> throw WrongType.of(token, shape.kind(), in);
            };
            case BLOB -> {
                if (token != Token.STRING && token != Token.BYTES) {
                    throw WrongType.of(token, shape.kind(), in);
                }
                yield in.blob();
            }
            case TIMESTAMP -> timestamp(member, token);
            case DOCUMENT -> document(token);
            default -> number(shape.kind(), token);
        };
    }

    private List<Object> list(Shape shape, Token token) {
        if (token != Token.LIST) {
            throw WrongType.of(token, Kind.LIST, in);
        }
        Member item = shape.item();
        List<Object> list = new ArrayList<>();
        while (in.nextItem()) {
            Object value = value(item, in.next());
            if (value == null && !shape.traits().sparse() && !rules.nullItems) {
                throw PullReader.malformed();
            }
            list.add(value);
        }
        return list;
    }

    private Map<String, Object> map(Shape shape, Token token) {
        if (token != Token.STRUCT) {
            throw WrongType.of(token, Kind.MAP, in);
        }
        Member value = shape.value();
        Map<String, Object> map = new LinkedHashMap<>();
        while (in.nextName()) {
            String key = in.name();
            Object entry = value(value, in.next());
            if (entry == null && !shape.traits().sparse() && !rules.nullItems) {
                throw PullReader.malformed();
            }
            map.put(key, entry);
        }
        return map;
    }

    private Object number(Kind kind, Token token) {
        return switch (token) {
            case INTEGER, DECIMAL -> Numbers.convert(in.number(), kind, rules.truncates);
            case STRING -> {
                if (kind != Kind.FLOAT && kind != Kind.DOUBLE) {
                    throw WrongType.of(token, kind, in);
                }
                yield Numbers.special(in.string(), kind);
            }
            default -> throw WrongType.of(token, kind, in);
        };
    }

    private Instant timestamp(Member member, Token token) {
        TimestampFormat format = member.timestampFormat(rules.timestamps);
        boolean text = format == TimestampFormat.ISO_8601 || format == TimestampFormat.HTTP_DATE;
        return switch (token) {
            case TIMESTAMP -> in.timestamp();
            case INTEGER, DECIMAL -> {
                if (text) {
                    throw WrongType.of(token, Kind.TIMESTAMP, in);
                }
                yield Timestamps.ofNumber(in.number(), format);
            }
            case STRING -> {
                if (!text) {
                    throw WrongType.of(token, Kind.TIMESTAMP, in);
                }
                yield Timestamps.parse(in.string(), format);
            }
            default -> throw WrongType.of(token, Kind.TIMESTAMP, in);
        };
    }

    private Object document(Token token) {
        return switch (token) {
            case STRUCT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (in.nextName()) {
                    String name = in.name();
                    map.put(name, document(in.next()));
                }
                yield map;
            }
            case LIST -> {
                List<Object> list = new ArrayList<>();
                while (in.nextItem()) {
                    list.add(document(in.next()));
                }
                yield list;
            }
            case STRING -> in.string();
            case INTEGER, DECIMAL -> in.number();
            case TRUE -> true;
            case FALSE -> false;
            case NULL -> null;
            case BYTES -> in.blob();
            case TIMESTAMP -> in.timestamp();
        };
    }
}
