package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.aforo.api.endpoint.AwsError;
import org.aforo.api.log.MetadataStore;
import org.aforo.api.log.MetadataStore.MetaMap;

/**
 * The keys that records are encrypted with, made when first used and kept in the bench's metadata: they stand in for
 * KMS, so that what is on disk can't be read without them. AES-GCM with keys of 256 bits. Safe for many threads.
 */
public final class StreamKeys {

    /** What encryption adds to a record's data. */
    static final int OVERHEAD = 12 + 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    /**
     * What is kept of a key.
     *
     * @param number of the key, unique in the bench; stands before what was encrypted with it
     */
    record Kept(int number, String secret) {
    }

    private final MetaMap<Kept> stored;
    private final SecureRandom random = new SecureRandom();
    private final Map<Integer, SecretKeySpec> keys = new ConcurrentHashMap<>();

    StreamKeys(MetadataStore metadata) {
        stored = metadata.map("kinesis.keys", Kept.class);
        stored.all().values().forEach(this::load);
    }

    /** Whether no key was ever made, so that nothing is encrypted. */
    boolean isEmpty() {
        return keys.isEmpty();
    }

    private SecretKeySpec load(Kept kept) {
        return keys.computeIfAbsent(kept.number(),
                number -> new SecretKeySpec(Base64.getDecoder().decode(kept.secret()), "AES"));
    }

    /** The number of an account's key; the key is made if it is new. */
    synchronized int number(String account, String keyId) {
        String name = account + ' ' + keyId;
        Kept kept = stored.get(name).orElse(null);
        if (kept == null) {
            byte[] secret = new byte[KEY_BYTES];
            random.nextBytes(secret);
            kept = new Kept(stored.all().size() + 1, Base64.getEncoder().encodeToString(secret));
            stored.put(name, kept);
            load(kept);
        }
        return kept.number();
    }

    /** Encrypts; the buffer is left as it is. */
    ByteBuffer seal(int number, ByteBuffer data) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(data.remaining() + OVERHEAD).put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, number, nonce).doFinal(data.duplicate(), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM", e);
        }
        return sealed.flip();
    }

    /**
     * Decrypts.
     *
     * @throws AwsError when the key is gone or what was written isn't whole
     */
    ByteBuffer open(int number, ByteBuffer sealed) throws AwsError {
        byte[] nonce = new byte[NONCE];
        ByteBuffer rest = sealed.duplicate();
        rest.get(nonce);
        ByteBuffer data = ByteBuffer.allocate(rest.remaining() - (OVERHEAD - NONCE));
        try {
            cipher(Cipher.DECRYPT_MODE, number, nonce).doFinal(rest, data);
        } catch (GeneralSecurityException e) {
            throw AwsError.client("KMSInvalidStateException", "The key that the records were encrypted with is gone.");
        }
        return data.flip().asReadOnlyBuffer();
    }

    private Cipher cipher(int mode, int number, byte[] nonce) throws GeneralSecurityException {
        SecretKeySpec key = keys.get(number);
        if (key == null) {
            throw new GeneralSecurityException("no key " + number);
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    void reset() {
        stored.clear();
        keys.clear();
    }
}
