package org.aforo.protocol.internal.model;

import java.nio.charset.StandardCharsets;

/** A member of a structure, or of a list or map. Immutable but for being numbered by its structure. */
public final class Member {

    private final String name;
    private final Shape shape;
    private final MemberTraits traits;
    private final byte[] wireBytes;
    private final byte[] jsonPrefix;
    private final boolean inOutputBody;
    private int index = -1;

    public Member(String name, Shape shape, MemberTraits traits) {
        this.name = name;
        this.shape = shape;
        this.traits = traits;
        this.wireBytes = wireName().getBytes(StandardCharsets.UTF_8);
        this.inOutputBody = traits.location().inOutputBody();
        this.jsonPrefix = ('"' + wireName() + "\":").getBytes(StandardCharsets.UTF_8);
    }

    void number(int at) {
        index = at;
    }

    /** Its name in the model. */
    public String name() {
        return name;
    }

    /** What it holds. */
    public Shape shape() {
        return shape;
    }

    /** Its place in the structure's values. */
    public int index() {
        return index;
    }

    /** Its name on the wire, where it is in a body; the header's, parameter's or label's elsewhere. */
    public String wireName() {
        return traits.wireName() == null ? name : traits.wireName();
    }

    /** Its name in forms and XML, which older protocols of a service may tell otherwise than its JSON. */
    public String xmlName() {
        return traits.xmlName() == null ? wireName() : traits.xmlName();
    }

    /** Whether the model gives it a name in forms and XML that isn't its own. */
    public boolean namedInXml() {
        return traits.xmlName() != null || traits.wireName() != null;
    }

    /** {@link #wireName()} in UTF-8; not to be changed. */
    public byte[] wireBytes() {
        return wireBytes;
    }

    /** The quoted name with a colon, in UTF-8; not to be changed. Names in AWS's models need no escapes. */
    public byte[] jsonPrefix() {
        return jsonPrefix;
    }

    public MemberTraits traits() {
        return traits;
    }

    public Location location() {
        return traits.location();
    }

    /** Whether it is in an output's body. */
    public boolean inOutputBody() {
        return inOutputBody;
    }

    public boolean required() {
        return traits.required();
    }

    /** Whether a list's items or a map's entries stand directly in the parent, without an element around them. */
    public boolean flattened() {
        return traits.flattened() || shape.traits().flattened();
    }

    /** How its timestamp is written, {@code usual} where the model doesn't say. */
    public TimestampFormat timestampFormat(TimestampFormat usual) {
        TimestampFormat format = traits.timestampFormat() == null ? shape.traits().timestampFormat()
                : traits.timestampFormat();
        return format == null ? usual : format;
    }

    @Override
    public String toString() {
        return name;
    }
}
