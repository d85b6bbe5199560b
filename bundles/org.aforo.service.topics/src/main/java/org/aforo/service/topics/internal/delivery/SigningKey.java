package org.aforo.service.topics.internal.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * The key that messages are signed with, and its certificate. Made when it is first asked for, and kept: those who
 * verify remember a certificate by its URL. Safe for many threads.
 */
public final class SigningKey {

    private static final String KEY = "key";
    /** The fewest that verifiers take: signing is what costs most of a delivery, and there is nothing to guard. */
    private static final int BITS = 1024;

    /**
     * As it is kept.
     *
     * @param id          in the certificate's path
     * @param pkcs8       the private key in Base64; null before it is made
     * @param certificate PEM; null before it is made
     */
    public record Saved(String id, String pkcs8, String certificate) {
        @Override
        public String toString() {
            return "Saved[" + id + ']';
        }
    }

    private final MetaMap<Saved> map;
    private final ReentrantLock lock = new ReentrantLock();
    private Saved saved;
    private PrivateKey privateKey;

    public SigningKey(MetaMap<Saved> map) {
        this.map = map;
        this.saved = map.get(KEY).orElseGet(() -> save(new Saved(UUID.randomUUID().toString().replace("-", ""), null,
                null)));
    }

    private Saved save(Saved now) {
        map.put(KEY, now);
        return now;
    }

    /** Where the certificate is to be had. */
    public String path() {
        return "/SimpleNotificationService-" + saved.id() + ".pem";
    }

    /** The certificate, in PEM. */
    public String certificate() {
        return made().certificate();
    }

    PrivateKey privateKey() {
        Saved key = made();
        lock.lock();
        try {
            if (privateKey == null) {
                privateKey = KeyFactory.getInstance("RSA")
                        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key.pkcs8())));
            }
            return privateKey;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key can't be read", e);
        } finally {
            lock.unlock();
        }
    }

    private Saved made() {
        lock.lock();
        try {
            if (saved.pkcs8() == null) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(BITS);
                KeyPair pair = generator.generateKeyPair();
                saved = save(new Saved(saved.id(), Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()),
                        SigningCertificate.of(pair)));
            }
            return saved;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key can't be made", e);
        } finally {
            lock.unlock();
        }
    }
}
