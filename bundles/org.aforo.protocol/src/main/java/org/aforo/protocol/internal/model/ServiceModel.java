package org.aforo.protocol.internal.model;

import java.util.Map;
import java.util.Set;

/**
 * An API, as its model describes it.
 *
 * @param id            {@code serviceId}
 * @param version       {@code apiVersion}
 * @param protocols     {@code json}, {@code rest-xml}, {@code query}, ..., the preferred one first
 * @param jsonVersion   {@code 1.0} or {@code 1.1}
 * @param targetPrefix  of X-Amz-Target, or null
 * @param signingName   in a signature's scope
 * @param hostIds       whether answers name their host in {@code x-amz-id-2}
 * @param queryErrors   whether error codes of the old query protocol are told in a header
 * @param addressed     name of the input's member that a form needn't tell, since it is sent to that URL; or null
 * @param missing       the error that names the first required member that isn't there; null where that is a violation
 *                      of a constraint like any other
 * @param namespace     of XML answers, or null
 * @param shapes        Smithy's namespace of its shapes, {@code com.amazonaws.kinesis} say
 * @param operations    by name
 * @param errors        error shapes by name
 */
public record ServiceModel(String id, String version, Set<String> protocols, String jsonVersion, String targetPrefix,
        String signingName, boolean hostIds, boolean queryErrors, String addressed, String missing,
        XmlNamespace namespace, String shapes, Map<String, Operation> operations, Map<String, Shape> errors) {

    /** The protocol it speaks when the request doesn't tell. */
    public String protocol() {
        return protocols.iterator().next();
    }

    /** The structure of an error, or null when the model doesn't know it. */
    public Shape error(String code) {
        return errors.get(code);
    }
}
