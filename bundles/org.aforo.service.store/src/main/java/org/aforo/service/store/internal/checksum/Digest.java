package org.aforo.service.store.internal.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.Checksum;

/** A checksum under way; for one thread. */
public sealed interface Digest {

    /** Takes bytes in. */
    void update(byte[] bytes, int offset, int length);

    /** The value, big-endian; ends the computation. */
    byte[] value();

    /** MD5, which ETags are made of. */
    static Digest md5() {
        return new OfMessage("MD5");
    }

    /** A CRC of 4 or 8 bytes. */
    record OfCrc(Checksum crc, int bytes) implements Digest {
        @Override
        public void update(byte[] data, int offset, int length) {
            crc.update(data, offset, length);
        }

        @Override
        public byte[] value() {
            return bytes == 4 ? ByteBuffer.allocate(4).putInt((int) crc.getValue()).array()
                    : ByteBuffer.allocate(8).putLong(crc.getValue()).array();
        }
    }

    /** A message digest that every Java platform has. */
    record OfMessage(MessageDigest digest) implements Digest {
        OfMessage(String name) {
            this(instance(name));
        }

        @Override
        public void update(byte[] data, int offset, int length) {
            digest.update(data, offset, length);
        }

        @Override
        public byte[] value() {
            return digest.digest();
        }

        private static MessageDigest instance(String name) {
            try {
                return MessageDigest.getInstance(name);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
