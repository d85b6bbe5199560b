package org.aforo.protocol.conformance;

import org.aforo.protocol.internal.wire.Protocol;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * A protocol that the codec claims to speak.
 *
 * @param id     its trait
 * @param c2j    its name in C2J models
 * @param naming which trait names members in bodies
 * @param rest   whether members may be outside the body
 */
record Claim(ShapeId id, String c2j, Naming naming, boolean rest, Protocol protocol) {

    enum Naming {
        MEMBER, JSON, XML
    }

    static Claim rpc(String id, String c2j, Protocol protocol) {
        return new Claim(ShapeId.from(id), c2j, Naming.MEMBER, false, protocol);
    }
}
