package org.aforo.gateway.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The bench's own certificate, kept in its data folder as {@code tls/certificate.pem} and {@code tls/key.pem}, so
 * that a client which was told to trust it (as with {@code AWS_CA_BUNDLE}) goes on doing so. Made when it isn't
 * there or has expired.
 */
final class TlsKeys {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";

    private final Path folder;

    TlsKeys(Path folder) {
        this.folder = folder;
    }

    Path certificate() {
        return folder.resolve("certificate.pem");
    }

    private Path key() {
        return folder.resolve("key.pem");
    }

    /** The key and its certificate, under a password that is never stored. */
    KeyStore load(char[] password, Instant now) throws IOException, GeneralSecurityException {
        if (!Files.exists(certificate()) || !Files.exists(key()) || expired(now)) {
            generate(now);
        }
        byte[] pkcs8 = Base64.getMimeDecoder().decode(Files.readString(key()).lines()
                .filter(line -> !line.startsWith("-----")).reduce("", String::concat));
        PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("aforo", key, password, new Certificate[] {read()});
        return store;
    }

    private boolean expired(Instant now) throws IOException, GeneralSecurityException {
        return read().getNotAfter().before(Date.from(now));
    }

    private X509Certificate read() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(certificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private void generate(Instant now) throws IOException, GeneralSecurityException {
        Files.createDirectories(folder);
        SelfSigned made = SelfSigned.generate(List.copyOf(names()), now, Duration.ofDays(825));
        write(key(), "PRIVATE KEY", made.key().getEncoded(), true);
        write(certificate(), "CERTIFICATE", made.certificate().getEncoded(), false);
    }

    private static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(
                List.of("localhost", "*.localhost", "*.s3.localhost", "127.0.0.1", "::1"));
        try {
            names.add(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException e) {
            // a machine that doesn't know its own name is reached as localhost
        }
        return names;
    }

    private static void write(Path file, String what, byte[] der, boolean secret) throws IOException {
        String text = BEGIN + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + '\n' + END + what + "-----\n";
        Files.deleteIfExists(file);
        if (secret && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text);
    }
}
