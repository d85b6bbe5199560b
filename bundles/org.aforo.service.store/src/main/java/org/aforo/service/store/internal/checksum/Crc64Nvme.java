package org.aforo.service.store.internal.checksum;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.Checksum;

/**
 * CRC-64/NVME: polynomial AD93D23594C93659, reflected, all ones in and out. Eight bytes a step.
 *
 * @see <a href="https://nvmexpress.org/specifications/">NVM Command Set Specification, 64b CRC</a>
 */
public final class Crc64Nvme implements Checksum {

    private static final long REFLECTED = 0x9A6C9329AC4BC9B5L;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long[][] TABLE = tables();

    private long state = -1;

    @Override
    public void update(int b) {
        state = step(state, b);
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        long crc = state;
        int at = offset;
        int end = offset + length;
        for (; at <= end - 8; at += 8) {
            long word = crc ^ (long) LONGS.get(bytes, at);
            crc = TABLE[7][(int) word & 0xff] ^ TABLE[6][(int) (word >>> 8) & 0xff]
                    ^ TABLE[5][(int) (word >>> 16) & 0xff] ^ TABLE[4][(int) (word >>> 24) & 0xff]
                    ^ TABLE[3][(int) (word >>> 32) & 0xff] ^ TABLE[2][(int) (word >>> 40) & 0xff]
                    ^ TABLE[1][(int) (word >>> 48) & 0xff] ^ TABLE[0][(int) (word >>> 56)];
        }
        for (; at < end; at++) {
            crc = step(crc, bytes[at]);
        }
        state = crc;
    }

    @Override
    public long getValue() {
        return ~state;
    }

    @Override
    public void reset() {
        state = -1;
    }

    private static long step(long crc, int b) {
        return TABLE[0][(int) (crc ^ b) & 0xff] ^ crc >>> 8;
    }

    private static long[][] tables() {
        long[][] tables = new long[8][256];
        for (int i = 0; i < 256; i++) {
            long crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ REFLECTED;
            }
            tables[0][i] = crc;
        }
        for (int i = 0; i < 256; i++) {
            for (int table = 1; table < 8; table++) {
                long before = tables[table - 1][i];
                tables[table][i] = tables[0][(int) before & 0xff] ^ before >>> 8;
            }
        }
        return tables;
    }
}
