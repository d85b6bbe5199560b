package org.aforo.protocol.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.aforo.protocol.internal.json.Base64Text;
import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Location;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.MemberTraits;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.ShapeTraits;
import org.aforo.protocol.internal.model.TimestampFormat;
import org.aforo.protocol.internal.model.XmlNamespace;
import software.amazon.smithy.aws.traits.protocols.AwsQueryErrorTrait;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.DefaultTrait;
import software.amazon.smithy.model.traits.EnumTrait;
import software.amazon.smithy.model.traits.ErrorTrait;
import software.amazon.smithy.model.traits.HttpErrorTrait;
import software.amazon.smithy.model.traits.HttpHeaderTrait;
import software.amazon.smithy.model.traits.HttpLabelTrait;
import software.amazon.smithy.model.traits.HttpPayloadTrait;
import software.amazon.smithy.model.traits.HttpPrefixHeadersTrait;
import software.amazon.smithy.model.traits.HttpQueryParamsTrait;
import software.amazon.smithy.model.traits.HttpQueryTrait;
import software.amazon.smithy.model.traits.HttpResponseCodeTrait;
import software.amazon.smithy.model.traits.JsonNameTrait;
import software.amazon.smithy.model.traits.LengthTrait;
import software.amazon.smithy.model.traits.MediaTypeTrait;
import software.amazon.smithy.model.traits.PatternTrait;
import software.amazon.smithy.model.traits.RangeTrait;
import software.amazon.smithy.model.traits.SparseTrait;
import software.amazon.smithy.model.traits.StreamingTrait;
import software.amazon.smithy.model.traits.TimestampFormatTrait;
import software.amazon.smithy.model.traits.Trait;
import software.amazon.smithy.model.traits.UniqueItemsTrait;
import software.amazon.smithy.model.traits.XmlAttributeTrait;
import software.amazon.smithy.model.traits.XmlFlattenedTrait;
import software.amazon.smithy.model.traits.XmlNameTrait;
import software.amazon.smithy.model.traits.XmlNamespaceTrait;

/** Shapes of a Smithy model as the codec's. */
final class SmithyShapes {

    private static final List<Class<? extends Trait>> CONSTRAINING = List.of(LengthTrait.class, RangeTrait.class,
            PatternTrait.class, UniqueItemsTrait.class, EnumTrait.class);

    private final Model model;
    private final Claim claim;
    private final Set<ShapeId> outputs;
    private final XmlNamespace namespace;
    private final Set<ShapeId> unwrapped;
    private final Map<ShapeId, Shape> made = new HashMap<>();

    /**
     * @param outputs   whose root elements are in the service's namespace
     * @param namespace or null
     * @param unwrapped outputs whose only member is the root element
     */
    SmithyShapes(Model model, Claim claim, Set<ShapeId> outputs, XmlNamespace namespace, Set<ShapeId> unwrapped) {
        this.model = model;
        this.claim = claim;
        this.outputs = outputs;
        this.namespace = namespace;
        this.unwrapped = unwrapped;
    }

    Shape get(ShapeId id) {
        Shape shape = made.get(id);
        if (shape == null) {
            software.amazon.smithy.model.shapes.Shape source = model.expectShape(id);
            shape = new Shape(id.getName(), kind(source), traits(source), constraints(source, source));
            made.put(id, shape);
            define(shape, source);
        }
        return shape;
    }

    private Shape define(Shape shape, software.amazon.smithy.model.shapes.Shape source) {
        List<Member> members = new ArrayList<>();
        if (shape.kind() == Kind.STRUCTURE || shape.kind() == Kind.LIST || shape.kind() == Kind.MAP) {
            source.members().forEach(m -> members.add(member(m)));
        }
        return shape.define(members);
    }

    private Member member(MemberShape source) {
        Shape shape = get(source.getTarget());
        if (CONSTRAINING.stream().anyMatch(source::hasTrait)) {
            software.amazon.smithy.model.shapes.Shape target = model.expectShape(source.getTarget());
            shape = define(new Shape(shape.name(), shape.kind(), shape.traits(), constraints(source, target)), target);
        }
        Location location = claim.rest() ? location(source) : Location.BODY;
        return new Member(source.getMemberName(), shape, new MemberTraits(wireName(source), null, location,
                source.isRequired(), source.hasTrait(XmlFlattenedTrait.class),
                source.hasTrait(XmlAttributeTrait.class), namespace(source), timestamps(source),
                usual(source, shape)));
    }

    private static Object usual(MemberShape source, Shape shape) {
        boolean stream = shape.traits().streaming();
        return source.getTrait(DefaultTrait.class).map(DefaultTrait::toNode).filter(n -> !n.isNullNode() && !stream)
                .map(n -> shape.kind() == Kind.BLOB ? Base64Text.decodeOrTell(n.expectStringNode().getValue())
                        : Params.value(shape, n))
                .orElse(null);
    }

    private String wireName(MemberShape member) {
        if (claim.rest()) {
            Optional<String> bound = member.getTrait(HttpHeaderTrait.class).map(HttpHeaderTrait::getValue)
                    .or(() -> member.getTrait(HttpPrefixHeadersTrait.class).map(HttpPrefixHeadersTrait::getValue))
                    .or(() -> member.getTrait(HttpQueryTrait.class).map(HttpQueryTrait::getValue));
            if (bound.isPresent()) {
                return bound.get();
            }
        }
        return switch (claim.naming()) {
            case MEMBER -> null;
            case JSON -> member.getTrait(JsonNameTrait.class).map(JsonNameTrait::getValue).orElse(null);
            // C2J calls flattened lists as their items unless told otherwise, Smithy never does
            case XML -> member.getTrait(XmlNameTrait.class).map(XmlNameTrait::getValue)
                    .orElse(member.hasTrait(XmlFlattenedTrait.class) ? member.getMemberName() : null);
        };
    }

    private static Location location(MemberShape member) {
        if (member.hasTrait(HttpLabelTrait.class)) {
            return Location.URI;
        }
        if (member.hasTrait(HttpQueryTrait.class)) {
            return Location.QUERY;
        }
        if (member.hasTrait(HttpQueryParamsTrait.class)) {
            return Location.QUERY_PARAMS;
        }
        if (member.hasTrait(HttpHeaderTrait.class)) {
            return Location.HEADER;
        }
        if (member.hasTrait(HttpPrefixHeadersTrait.class)) {
            return Location.HEADERS;
        }
        return member.hasTrait(HttpResponseCodeTrait.class) ? Location.STATUS : Location.BODY;
    }

    static XmlNamespace namespace(software.amazon.smithy.model.shapes.Shape source) {
        return source.getTrait(XmlNamespaceTrait.class)
                .map(n -> new XmlNamespace(n.getPrefix().orElse(null), n.getUri())).orElse(null);
    }

    private XmlNamespace root(software.amazon.smithy.model.shapes.Shape source) {
        XmlNamespace own = namespace(source);
        return own == null && outputs.contains(source.getId()) ? namespace : own;
    }

    private static TimestampFormat timestamps(software.amazon.smithy.model.shapes.Shape source) {
        return source.getTrait(TimestampFormatTrait.class).map(t -> TimestampFormat.of(t.getValue())).orElse(null);
    }

    private ShapeTraits traits(software.amazon.smithy.model.shapes.Shape source) {
        String payload = claim.rest() ? source.members().stream().filter(m -> m.hasTrait(HttpPayloadTrait.class))
                .map(MemberShape::getMemberName).findFirst().orElse(null) : null;
        return new ShapeTraits(source.getTrait(XmlNameTrait.class).map(XmlNameTrait::getValue).orElse(null),
                root(source), timestamps(source), source.hasTrait(StreamingTrait.class), false,
                source.hasTrait(SparseTrait.class), source.isUnionShape(), unwrapped.contains(source.getId()),
                payload, source.getTrait(MediaTypeTrait.class).map(MediaTypeTrait::getValue).orElse(null),
                error(source));
    }

    private ShapeTraits.ErrorInfo error(software.amazon.smithy.model.shapes.Shape source) {
        Optional<ErrorTrait> error = source.getTrait(ErrorTrait.class);
        if (error.isEmpty()) {
            return null;
        }
        Optional<AwsQueryErrorTrait> query = source.getTrait(AwsQueryErrorTrait.class);
        Optional<Integer> status = claim.c2j().equals("query") ? query.map(AwsQueryErrorTrait::getHttpResponseCode)
                : source.getTrait(HttpErrorTrait.class).map(HttpErrorTrait::getCode);
        return new ShapeTraits.ErrorInfo(query.map(AwsQueryErrorTrait::getCode).orElse(null), null,
                status.orElse(error.get().getDefaultHttpStatusCode()), error.get().isServerError());
    }

    private static Constraints constraints(software.amazon.smithy.model.shapes.Shape member,
            software.amazon.smithy.model.shapes.Shape target) {
        LengthTrait length = trait(LengthTrait.class, member, target);
        RangeTrait range = trait(RangeTrait.class, member, target);
        PatternTrait pattern = trait(PatternTrait.class, member, target);
        BigDecimal min = range != null ? range.getMin().orElse(null) : number(length, true);
        BigDecimal max = range != null ? range.getMax().orElse(null) : number(length, false);
        return Constraints.of(min, max, pattern == null ? null : pattern.getValue(), values(member, target),
                trait(UniqueItemsTrait.class, member, target) != null);
    }

    private static BigDecimal number(LengthTrait length, boolean least) {
        Optional<Long> value = length == null ? Optional.empty() : least ? length.getMin() : length.getMax();
        return value.map(BigDecimal::valueOf).orElse(null);
    }

    private static <T extends Trait> T trait(Class<T> type, software.amazon.smithy.model.shapes.Shape member,
            software.amazon.smithy.model.shapes.Shape target) {
        return member.getTrait(type).or(() -> target.getTrait(type)).orElse(null);
    }

    private static List<String> values(software.amazon.smithy.model.shapes.Shape member,
            software.amazon.smithy.model.shapes.Shape target) {
        if (target.isEnumShape()) {
            return List.copyOf(target.asEnumShape().orElseThrow().getEnumValues().values());
        }
        EnumTrait values = trait(EnumTrait.class, member, target);
        return values == null ? List.of() : values.getEnumDefinitionValues();
    }

    private static Kind kind(software.amazon.smithy.model.shapes.Shape source) {
        ShapeType type = source.getType();
        return switch (type) {
            case STRUCTURE, UNION -> Kind.STRUCTURE;
            case LIST, SET -> Kind.LIST;
            case MAP -> Kind.MAP;
            case STRING, ENUM -> Kind.STRING;
            case BOOLEAN -> Kind.BOOLEAN;
            case BYTE -> Kind.BYTE;
            case SHORT -> Kind.SHORT;
            case INTEGER, INT_ENUM -> Kind.INTEGER;
            case LONG -> Kind.LONG;
            case FLOAT -> Kind.FLOAT;
            case DOUBLE -> Kind.DOUBLE;
            case BIG_INTEGER -> Kind.BIG_INTEGER;
            case BIG_DECIMAL -> Kind.BIG_DECIMAL;
            case TIMESTAMP -> Kind.TIMESTAMP;
            case BLOB -> Kind.BLOB;
            case DOCUMENT -> Kind.DOCUMENT;
            default -> throw new IllegalArgumentException(source + " holds no value");
        };
    }
}
