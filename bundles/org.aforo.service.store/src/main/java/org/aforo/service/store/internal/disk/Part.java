package org.aforo.service.store.internal.disk;

import java.time.Instant;

import org.aforo.service.store.internal.checksum.Sum;

/**
 * A part that was uploaded.
 *
 * @param number   from 1
 * @param file     name in its upload's folder; another one each time the part is uploaded
 * @param size     in bytes
 * @param etag     without quotes
 * @param modified by the bench clock
 * @param sum      as the client sent it, or S3's own
 */
public record Part(int number, String file, long size, String etag, Instant modified, Sum sum) {
}
