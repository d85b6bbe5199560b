package org.aforo.gateway.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.AbstractHTTP2ServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Builds the two listeners: HTTP/1.1 and h2c on one port, HTTP/1.1 and h2 over TLS on the other. */
final class Connectors {

    /** Large enough that a body of 500 records is read in few steps; given back while a connection is idle. */
    private static final int INPUT_BUFFER = 64 << 10;

    private final Server server;
    private final String host;
    private final Limits limits;

    Connectors(Server server, String host, Limits limits) {
        this.server = server;
        this.host = host;
        this.limits = limits;
    }

    ServerConnector plain(int port) {
        HttpConfiguration http = http();
        return listener(port, http1(http), http2(new ClearTextHttp2(http)));
    }

    ServerConnector tls(int port, TlsKeys keys) throws IOException, GeneralSecurityException {
        HttpConfiguration http = http();
        // clients reach this by address as often as by name
        http.addCustomizer(new SecureRequestCustomizer(false));
        // names as in the registry of ALPN, where HTTP/1.1 is written in small letters
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
        alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
        // the SDK for Java's asynchronous clients begin with HTTP/2 without having negotiated it
        return listener(port, new SslConnectionFactory(ssl(keys), alpn.getProtocol()), alpn,
                http2(new HTTP2ServerConnectionFactory(http)), http1(http), http2(new ClearTextHttp2(http)));
    }

    private ServerConnector listener(int port, ConnectionFactory... protocols) {
        ServerConnector connector = new ServerConnector(server, null, null, null, 1, 1, protocols);
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(1024);
        return connector;
    }

    private HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(limits.headerBytes());
        // keys of objects hold whatever their owner likes, so paths are passed on as they were sent
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        // or Jetty gives its own spelling of well-known values: an object's Content-Type is its owner's
        http.setHeaderCacheCaseSensitive(true);
        return http;
    }

    private static HttpConnectionFactory http1(HttpConfiguration http) {
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(INPUT_BUFFER);
        return factory;
    }

    private <F extends AbstractHTTP2ServerConnectionFactory> F http2(F factory) {
        factory.setInputBufferSize(INPUT_BUFFER);
        factory.setInitialSessionRecvWindow(4 << 20);
        factory.setInitialStreamRecvWindow(1 << 20);
        factory.setMaxConcurrentStreams(256);
        factory.setStreamIdleTimeout(limits.idle().toMillis());
        return factory;
    }

    private static SslContextFactory.Server ssl(TlsKeys keys) throws IOException, GeneralSecurityException {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String password = Base64.getEncoder().encodeToString(random);
        // a certificate's dates are the real world's, whatever the bench's clock says
        KeyStore store = keys.load(password.toCharArray(), realNow());
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(store);
        ssl.setKeyStorePassword(password);
        return ssl;
    }

    private static Instant realNow() {
        return Clock.systemUTC().instant();
    }
}
