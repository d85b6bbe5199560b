package org.aforo.gateway.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsTest {

    /** The type of HTTP/2's settings frames. */
    private static final byte SETTINGS = 4;

    @TempDir
    Path data;

    @ParameterizedTest
    @CsvSource({"HTTP_1_1,localhost", "HTTP_1_1,127.0.0.1", "HTTP_2,localhost", "HTTP_2,127.0.0.1"})
    void answers_a_client_that_trusts_the_certificate(Version version, String host) throws Exception {
        try (Box box = Box.tls(data, UnaryOperator.identity())) {
            URI tls = box.gateway.awaitTls(Duration.ofSeconds(20)).orElseThrow();
            try (HttpClient client = HttpClient.newBuilder().version(version).sslContext(trusting()).build()) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("https://" + host + ':' + tls.getPort() + '/'))
                                .POST(BodyPublishers.ofString("over TLS")).build(),
                        BodyHandlers.ofString());

                assertThat(answer.version()).isEqualTo(version);
                assertThat(answer.body()).isEqualTo("over TLS");
            }
        }
    }

    /** As Python's and curl's clients do. */
    @ParameterizedTest
    @CsvSource({"http/1.1", "h2"})
    void a_client_may_offer_just_one_protocol(String protocol) throws Exception {
        try (Box box = Box.tls(data, UnaryOperator.identity())) {
            int port = box.gateway.awaitTls(Duration.ofSeconds(20)).orElseThrow().getPort();
            try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {protocol});
                socket.setSSLParameters(parameters);

                socket.startHandshake();

                assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
            }
        }
    }

    /** As the SDK for Java's asynchronous clients do. */
    @Test
    void a_client_may_begin_with_http2_without_negotiating_it() throws Exception {
        byte[] noSettings = {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0};
        try (Box box = Box.tls(data, UnaryOperator.identity())) {
            int port = box.gateway.awaitTls(Duration.ofSeconds(20)).orElseThrow().getPort();
            try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
                OutputStream out = socket.getOutputStream();
                out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(noSettings);
                out.flush();

                byte[] head = socket.getInputStream().readNBytes(9);

                assertThat(head[3]).as("the first frame's type").isEqualTo(SETTINGS);
            }
        }
    }

    @Test
    void the_certificate_stays_the_same_and_its_key_is_private() throws Exception {
        TlsKeys keys = new TlsKeys(data.resolve("tls"));
        keys.load("a".toCharArray(), Instant.now());
        X509Certificate first = certificate();

        keys.load("b".toCharArray(), Instant.now());

        assertThat(certificate()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tls/key.pem"))))
                .isEqualTo("rw-------");
        assertThat(first.getSubjectAlternativeNames().toString()).contains("localhost", "127.0.0.1",
                "0:0:0:0:0:0:0:1");
    }

    @Test
    void an_expired_certificate_is_made_anew() throws Exception {
        TlsKeys keys = new TlsKeys(data.resolve("tls"));
        keys.load("a".toCharArray(), Instant.now());
        X509Certificate first = certificate();

        keys.load("a".toCharArray(), Instant.now().plus(Duration.ofDays(2000)));

        assertThat(certificate()).isNotEqualTo(first);
    }

    private X509Certificate certificate() throws Exception {
        try (InputStream in = Files.newInputStream(data.resolve("tls/certificate.pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private SSLContext trusting() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("bench", certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
