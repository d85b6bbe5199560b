package org.aforo.gateway.internal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * HTTP/2 without TLS. A request that asks to be upgraded and brings a body stays HTTP/1.1, as a server may choose:
 * Jetty sees to that for bodies of known length, and would lose those that come in chunks.
 */
final class ClearTextHttp2 extends HTTP2CServerConnectionFactory {

    ClearTextHttp2(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection upgradeConnection(Connector connector, EndPoint endPoint, MetaData.Request request,
            HttpFields.Mutable answer) {
        return request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING) ? null
                : super.upgradeConnection(connector, endPoint, request, answer);
    }
}
