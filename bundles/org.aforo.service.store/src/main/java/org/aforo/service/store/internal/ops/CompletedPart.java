package org.aforo.service.store.internal.ops;

import java.util.stream.Stream;

/** A part as the client names it when it completes an upload. */
public record CompletedPart(String eTag, Integer partNumber, String checksumCRC32, String checksumCRC32C,
        String checksumCRC64NVME, String checksumSHA1, String checksumSHA256) {

    /** The checksum that is named, or null. */
    String checksum() {
        return Stream.of(checksumCRC32, checksumCRC32C, checksumCRC64NVME, checksumSHA1, checksumSHA256)
                .filter(sum -> sum != null).findFirst().orElse(null);
    }
}
