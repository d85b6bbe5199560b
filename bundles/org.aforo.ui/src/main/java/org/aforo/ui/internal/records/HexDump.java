package org.aforo.ui.internal.records;

import java.util.HexFormat;

/** Bytes sixteen a line: offset, hex, and what letters they are. */
final class HexDump {

    private static final int LINE = 16;
    private static final HexFormat HEX = HexFormat.of();

    private HexDump() {
    }

    static String of(byte[] data) {
        StringBuilder dump = new StringBuilder(data.length * 5);
        for (int start = 0; start < data.length; start += LINE) {
            dump.append(HEX.toHexDigits(start)).append("  ");
            int end = Math.min(data.length, start + LINE);
            for (int i = start; i < start + LINE; i++) {
                dump.append(i < end ? HEX.toHexDigits(data[i]) : "  ").append(i % 8 == 7 ? "  " : " ");
            }
            for (int i = start; i < end; i++) {
                dump.append(data[i] >= ' ' && data[i] < 127 ? (char) data[i] : '.');
            }
            dump.append('\n');
        }
        return dump.toString();
    }
}
