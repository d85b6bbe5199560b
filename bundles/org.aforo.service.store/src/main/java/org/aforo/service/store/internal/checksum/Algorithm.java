package org.aforo.service.store.internal.checksum;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksums that clients may ask for.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html">
 *      Checking object integrity</a>
 */
public enum Algorithm {
    CRC32(4, true, true), CRC32C(4, true, true), CRC64NVME(8, true, false), SHA1(20, false, true), SHA256(32, false,
            true);

    private final int bytes;
    private final boolean ofWhole;
    private final boolean ofParts;

    Algorithm(int bytes, boolean ofWhole, boolean ofParts) {
        this.bytes = bytes;
        this.ofWhole = ofWhole;
        this.ofParts = ofParts;
    }

    /** By the name used in headers and models, in any case. */
    public static Optional<Algorithm> named(String name) {
        return Arrays.stream(values()).filter(a -> a.name().equalsIgnoreCase(name)).findFirst();
    }

    /** As in {@code x-amz-checksum-crc32}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Length of its value in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Whether multipart objects can have it over the whole. */
    public boolean ofWhole() {
        return ofWhole;
    }

    /** Whether multipart objects can have it over the parts' checksums. */
    public boolean ofParts() {
        return ofParts;
    }

    /** Begins a computation. */
    public Digest start() {
        return switch (this) {
            case CRC32 -> new Digest.OfCrc(new CRC32(), bytes);
            case CRC32C -> new Digest.OfCrc(new CRC32C(), bytes);
            case CRC64NVME -> new Digest.OfCrc(new Crc64Nvme(), bytes);
            case SHA1 -> new Digest.OfMessage("SHA-1");
            case SHA256 -> new Digest.OfMessage("SHA-256");
        };
    }
}
