package org.aforo.service.streams.internal;

import java.util.List;

/**
 * What of a stream can be set.
 *
 * @param retentionHours how long records are kept
 * @param maxRecordKiB   how large a record's data may be
 * @param keyId          the key that new records are encrypted with; null for none
 * @param shardMetrics   shard-level metrics that are on, in AWS's names
 * @param warmMiBps      throughput an on-demand stream is kept ready for; null for none asked
 */
public record StreamSettings(int retentionHours, int maxRecordKiB, String keyId, List<String> shardMetrics,
        Integer warmMiBps) {

    private static final int KIB = 1 << 10;

    private static final StreamSettings DEFAULT = new StreamSettings(24, KIB, null, List.of(), null);

    /** As streams are made unless told otherwise. */
    public static StreamSettings made() {
        return DEFAULT;
    }

    /** How large a record's data may be, in bytes. */
    public int maxRecordBytes() {
        return maxRecordKiB * KIB;
    }

    /** In AWS's word. */
    public String encryptionType() {
        return keyId == null ? "NONE" : "KMS";
    }

    /** As records are told of it: nothing where there is none. */
    public String recordEncryption() {
        return keyId == null ? null : "KMS";
    }

    StreamSettings withRetention(int hours) {
        return new StreamSettings(hours, maxRecordKiB, keyId, shardMetrics, warmMiBps);
    }

    public StreamSettings withMaxRecord(int kib) {
        return new StreamSettings(retentionHours, kib, keyId, shardMetrics, warmMiBps);
    }

    public StreamSettings withKey(String id) {
        return new StreamSettings(retentionHours, maxRecordKiB, id, shardMetrics, warmMiBps);
    }

    public StreamSettings withShardMetrics(List<String> names) {
        return new StreamSettings(retentionHours, maxRecordKiB, keyId, names, warmMiBps);
    }

    public StreamSettings withWarm(Integer mibps) {
        return new StreamSettings(retentionHours, maxRecordKiB, keyId, shardMetrics, mibps);
    }
}
