package org.aforo.service.streams.internal;

import java.nio.ByteBuffer;

/**
 * A record to put.
 *
 * @param explicitHashKey decimal; null to hash the partition key
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecordsRequestEntry.html">AWS</a>
 */
public record NewRecord(ByteBuffer data, String explicitHashKey, String partitionKey) {
}
