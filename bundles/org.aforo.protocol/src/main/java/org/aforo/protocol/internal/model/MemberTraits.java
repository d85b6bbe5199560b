package org.aforo.protocol.internal.model;

/**
 * What the model says of a member.
 *
 * @param wireName        its name on the wire, or null when that is its own
 * @param xmlName         its name in forms and XML where that is another, or null
 * @param location        where it is
 * @param required        whether it must be there
 * @param flattened       no wrapping element, in XML and query
 * @param attribute       whether it is an XML attribute
 * @param namespace       of its XML element, or null
 * @param timestampFormat or null
 * @param usual           the value when it is absent, or null
 */
public record MemberTraits(String wireName, String xmlName, Location location, boolean required, boolean flattened,
        boolean attribute, XmlNamespace namespace, TimestampFormat timestampFormat, Object usual) {

    public static final MemberTraits NONE = new MemberTraits(null, null, Location.BODY, false, false, false, null, null,
            null);
}
