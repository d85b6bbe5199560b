package org.aforo.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bench behind TLS: its certificate is trusted by what Java trusts, for calls and for the live feed. */
@Timeout(60)
class SecretBenchTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String BODY = "data: {}\n\n";

    @TempDir
    private static Path folder;
    private static KeyStore keys;

    private SSLContext before;
    private SSLServerSocket server;

    @BeforeAll
    static void aCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("bench.p12");
        Process made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "bench", "-keyalg", "EC", "-dname", "CN=Bench", "-ext", "SAN=ip:127.0.0.1",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD))
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertThat(made.waitFor()).as(() -> folder.resolve("keytool.log").toString()).isZero();
        keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
    }

    @BeforeEach
    void aBench() throws IOException, GeneralSecurityException {
        before = SSLContext.getDefault();
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0, 5,
                InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                answer();
            }
        });
    }

    private void answer() {
        try (Socket one = server.accept()) {
            BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream()));
            String first = in.readLine();
            String body = first != null && first.contains("/live") ? BODY : "{}";
            for (String header = first; header != null && !header.isEmpty(); header = in.readLine()) {
                // nothing in them counts
            }
            one.getOutputStream().write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the client wouldn't have it
        }
    }

    @AfterEach
    void asBefore() throws IOException {
        SSLContext.setDefault(before);
        server.close();
    }

    /** What Java trusts, as a trust store named on the command line would have it. */
    private static void trust() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("bench", keys.getCertificate("bench"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    private URI endpoint(String host) {
        return URI.create("https://" + host + ":" + server.getLocalPort());
    }

    @Test
    void a_bench_that_is_trusted_is_called_and_followed() throws Exception {
        trust();
        try (Control control = new Control(endpoint("127.0.0.1"));
                InputStream events = control.events("/live")) {
            assertThat(control.get("/clock").isObject()).isTrue();
            assertThat(new String(events.readNBytes(BODY.length()), StandardCharsets.UTF_8)).isEqualTo(BODY);
        }
    }

    @Test
    void one_that_is_not_trusted_is_told_so() {
        try (Control control = new Control(endpoint("127.0.0.1"))) {
            String told = "The certificate of " + endpoint("127.0.0.1") + " isn't one that Java trusts";
            assertThatThrownBy(() -> control.get("/clock")).isInstanceOf(BenchException.class)
                    .hasMessageStartingWith(told);
            assertThatThrownBy(() -> control.events("/live")).isInstanceOf(BenchException.class)
                    .hasMessageStartingWith(told);
        }
    }

    @Test
    void a_certificate_for_another_host_is_told_so() throws Exception {
        trust();
        try (Control control = new Control(endpoint("localhost"))) {
            assertThatThrownBy(() -> control.events("/live")).hasMessageContaining("localhost");
            assertThatThrownBy(() -> control.get("/clock")).hasMessageContaining("localhost");
        }
    }
}
