package org.aforo.service.store.internal.disk;

import java.nio.file.Path;
import java.util.HexFormat;

import org.aforo.service.store.internal.checksum.Sum;

/**
 * A body that is whole and verified, in a file that isn't an object yet.
 *
 * @param file  in the staging folder
 * @param size  in bytes
 * @param stamp the file's time of change in nanoseconds
 * @param md5   of its bytes
 * @param sum   of its bytes
 */
public record Landed(Path file, long size, long stamp, byte[] md5, Sum sum) {

    /** The ETag of an object put at once. */
    public String etag() {
        return HexFormat.of().formatHex(md5);
    }
}
