package org.aforo.scenario.internal.produce;

/**
 * A record to be sent.
 *
 * @param key  partition key, where the target takes one
 * @param data at most what the target takes
 */
public record Item(String key, byte[] data) {
}
