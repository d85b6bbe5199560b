package org.aforo.service.store.internal.disk;

import java.time.Instant;

/**
 * What is kept of a bucket.
 *
 * @param owner   account
 * @param region  as created in
 * @param created by the bench clock
 */
public record BucketMeta(String owner, String region, Instant created) {
}
