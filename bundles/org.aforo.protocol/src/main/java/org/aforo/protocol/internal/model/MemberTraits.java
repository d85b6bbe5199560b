package org.aforo.protocol.internal.model;

/**
 * What the model says of a member.
 *
 * @param wireName        its name on the wire, or null when that is its own
 * @param location        where it is
 * @param required        whether it must be there
 * @param flattened       no wrapping element, in XML and query
 * @param attribute       whether it is an XML attribute
 * @param namespace       of its XML element, or null
 * @param timestampFormat or null
 * @param usual           the value when it is absent, or null
 */
public record MemberTraits(String wireName, Location location, boolean required, boolean flattened,
        boolean attribute, XmlNamespace namespace, TimestampFormat timestampFormat, Object usual) {

    public static final MemberTraits NONE = new MemberTraits(null, Location.BODY, false, false, false, null, null,
            null);
}
