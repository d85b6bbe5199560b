package org.aforo.service.store.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.aforo.service.store.internal.checksum.Algorithm;
import org.aforo.service.store.internal.checksum.Digest;

/**
 * Whom something belongs to, as S3 tells it.
 *
 * @param iD the account's canonical id: 64 hexadecimal digits, here made from the account's number
 */
public record Owner(String iD) {

    /** The owner that an account is. */
    public static Owner of(String account) {
        byte[] bytes = account.getBytes(StandardCharsets.UTF_8);
        Digest digest = Algorithm.SHA256.start();
        digest.update(bytes, 0, bytes.length);
        return new Owner(HexFormat.of().formatHex(digest.value()));
    }
}
