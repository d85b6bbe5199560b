package org.aforo.core.internal.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses: {@code 203.0.113.0/24}, {@code 2001:db8::/32}, or one address alone. */
record Cidr(byte[] address, int bits) {

    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** @return null when it isn't one */
    static Cidr of(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            return null;
        }
        int most = address.length * Byte.SIZE;
        String told = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
        return BITS.matcher(told).matches() && Integer.parseInt(told) <= most
                ? new Cidr(address, Integer.parseInt(told))
                : null;
    }

    /** What looks like an address only, so that no name is looked up. */
    private static byte[] bytes(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    boolean contains(String text) {
        byte[] other = bytes(text);
        if (other == null || other.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((other[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
