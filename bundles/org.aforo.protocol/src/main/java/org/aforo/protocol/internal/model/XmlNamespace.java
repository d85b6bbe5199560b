package org.aforo.protocol.internal.model;

/**
 * @param prefix null for the default namespace
 * @param uri    the namespace
 */
public record XmlNamespace(String prefix, String uri) {
}
