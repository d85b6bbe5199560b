package org.aforo.protocol.internal.binding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Constraints;
import org.aforo.protocol.internal.model.Kind;
import org.aforo.protocol.internal.model.Member;
import org.aforo.protocol.internal.model.MemberTraits;
import org.aforo.protocol.internal.model.ServiceModel;
import org.aforo.protocol.internal.model.Shape;
import org.aforo.protocol.internal.model.ShapeTraits;
import org.aforo.protocol.internal.tree.Struct;

/** An error as a structure: of its shape if the model has it, of plain members if it hasn't. */
public final class ErrorTree {

    private ErrorTree() {
    }

    /** The error's members and its message. */
    public static Struct of(ServiceModel model, AwsError error) {
        Shape shape = model == null ? null : model.error(error.code());
        return shape == null ? plain(error) : modelled(shape, error);
    }

    private static Struct modelled(Shape shape, AwsError error) {
        Map<String, Object> members = new LinkedHashMap<>();
        error.members().forEach((name, value) -> {
            Member member = shape.member(name) == null ? shape.wireMember(name) : shape.member(name);
            if (member != null) {
                members.put(member.name(), value);
            }
        });
        String message = messageName(shape);
        if (message == null && error.getMessage() != null) {
            return plain(error);
        }
        if (error.getMessage() != null) {
            members.put(message, error.getMessage());
        }
        return MapTree.toTree(shape, members);
    }

    private static String messageName(Shape shape) {
        for (Member member : shape.members()) {
            if (member.name().equalsIgnoreCase("message") && member.shape().kind() == Kind.STRING) {
                return member.name();
            }
        }
        return null;
    }

    /** Errors of the front end, which models don't know: AWS writes SerializationException's message with a capital. */
    private static Struct plain(AwsError error) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (error.getMessage() != null) {
            members.put(error.code().equals("SerializationException") ? "Message" : "message", error.getMessage());
        }
        members.putAll(error.members());
        List<Member> all = new ArrayList<>();
        Shape document = new Shape("Document", Kind.DOCUMENT, ShapeTraits.NONE, Constraints.NONE);
        members.keySet().forEach(name -> all.add(new Member(name, document, MemberTraits.NONE)));
        Shape shape = new Shape(error.code(), Kind.STRUCTURE, ShapeTraits.NONE, Constraints.NONE).define(all);
        Struct struct = new Struct(shape);
        members.forEach((name, value) -> struct.set(shape.member(name), value));
        return struct;
    }
}
