package org.aforo.service.store.internal.disk;

import java.time.Instant;
import java.util.Map;

import org.aforo.service.store.internal.checksum.Algorithm;

/**
 * An upload in parts, as it was begun.
 *
 * @param begun     by the bench clock
 * @param owner     account
 * @param algorithm that the client asked for, or null
 * @param ofParts   whether the object's checksum is computed over the parts'
 */
public record Upload(String bucket, String key, Instant begun, String owner, ObjectHeaders headers,
        Map<String, String> tags, Algorithm algorithm, boolean ofParts) {
}
