package org.aforo.protocol.internal.dispatch;

import java.util.Map;

import org.aforo.protocol.internal.wire.Protocol;

/**
 * What a request is for.
 *
 * @param plugged   the service
 * @param api       its API
 * @param protocol  in which it is spoken to
 * @param operation name; may be one that there is not; null when nothing fits the path
 * @param labels    values of the path's labels
 */
record Target(Plugged plugged, Api api, Protocol protocol, String operation, Map<String, String> labels) {
}
