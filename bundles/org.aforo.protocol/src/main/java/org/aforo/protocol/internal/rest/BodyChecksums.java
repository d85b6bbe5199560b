package org.aforo.protocol.internal.rest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

import org.aforo.api.endpoint.AwsError;
import org.aforo.protocol.internal.model.Operation;
import org.aforo.protocol.internal.wire.Incoming;

/**
 * Verifies what a request says of its body, where the operation doesn't see the bytes.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">S3</a>
 */
final class BodyChecksums {

    private static final Map<String, Function<ByteBuffer, byte[]>> ALGORITHMS = Map.of(
            "crc32", b -> crc(new CRC32(), b), "crc32c", b -> crc(new CRC32C(), b), "sha1", b -> digest("SHA-1", b),
            "sha256", b -> digest("SHA-256", b), "crc64nvme", BodyChecksums::crc64);
    /** The reversed polynomial of CRC-64/NVME. */
    private static final long NVME = 0x9a6c9329ac4bc9b5L;

    private BodyChecksums() {
    }

    static void check(Incoming in, Operation operation) throws IOException {
        String md5 = in.header("content-md5");
        if (md5 != null) {
            compare("Content-MD5", md5, digest("MD5", in.sent()));
        }
        boolean any = md5 != null;
        for (var algorithm : ALGORITHMS.entrySet()) {
            String name = "x-amz-checksum-" + algorithm.getKey();
            String sent = in.header(name) == null ? in.trailer(name) : in.header(name);
            if (sent != null) {
                any = true;
                compare(name, sent, algorithm.getValue().apply(in.sent()));
            }
        }
        if (!any && operation.checksumRequired()) {
            throw AwsError.client("InvalidRequest",
                    "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }
    }

    private static void compare(String name, String sent, byte[] found) {
        if (Base64.getEncoder().encodeToString(found).equals(sent)) {
            return;
        }
        throw name.equals("Content-MD5")
                ? AwsError.client("BadDigest", "The Content-MD5 you specified did not match what we received.")
                : AwsError.client("BadDigest", "The " + name.substring("x-amz-checksum-".length()).toUpperCase()
                        + " you specified did not match the calculated checksum.");
    }

    private static byte[] crc(Checksum sum, ByteBuffer body) {
        sum.update(body.duplicate());
        return ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array();
    }

    private static byte[] crc64(ByteBuffer body) {
        long crc = -1;
        for (int i = body.position(); i < body.limit(); i++) {
            crc ^= body.get(i) & 0xff;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ NVME;
            }
        }
        return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.BIG_ENDIAN).putLong(~crc).array();
    }

    private static byte[] digest(String algorithm, ByteBuffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(body.duplicate());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
