package org.aforo.service.streams.internal;

import org.aforo.api.endpoint.AwsError;

/**
 * Switches encryption of a stream's records on and off, for clients.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/what-is-sse.html">Server-side encryption</a>
 */
public final class Encryption {

    private final Streams streams;

    public Encryption(Streams streams) {
        this.streams = streams;
    }

    /** Begins to encrypt new records with a key. */
    public void start(StreamName name, String type, String keyId) throws AwsError {
        check(type);
        streams.change(name, meta -> {
            KeyId.check(keyId, name.region());
            return meta.with(settings -> settings.withKey(keyId))
                    .counting(changes -> changes.encrypted(now(), most(), name));
        });
    }

    /** Begins to leave new records as they are. */
    public void stop(StreamName name, String type, String keyId) throws AwsError {
        check(type);
        streams.change(name, meta -> {
            if (!keyId.equals(meta.settings().keyId())) {
                throw Errors.invalid("Stream " + name.label() + " is not encrypted with the key " + keyId + ".");
            }
            return meta.with(settings -> settings.withKey(null))
                    .counting(changes -> changes.decrypted(now(), most(), name));
        });
    }

    private static void check(String type) throws AwsError {
        if (!type.equals("KMS")) {
            throw Errors.invalid("EncryptionType must be KMS.");
        }
    }

    private long now() {
        return streams.bench().clock().millis();
    }

    private long most() {
        return streams.limits().encryptionsADay.getAsLong();
    }
}
