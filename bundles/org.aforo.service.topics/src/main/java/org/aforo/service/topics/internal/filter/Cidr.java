package org.aforo.service.topics.internal.filter;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A network of IP addresses.
 *
 * @param network its first bits, as a number
 * @param length  bits of an address: 32 or 128
 * @param mask    bits that say whether an address is in it
 */
record Cidr(BigInteger network, int length, int mask) {

    /** Only what looks like an address: nothing is to be looked up by name. */
    private static final Pattern ADDRESS = Pattern
            .compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** @throws IllegalArgumentException with AWS's message when it isn't one */
    static Cidr parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("Malformed CIDR, one '/' required");
        }
        int mask = mask(parts[1]);
        byte[] address = address(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("Nonstandard IP address: " + parts[0]);
        }
        int length = address.length * Byte.SIZE;
        if (mask >= length) {
            throw new IllegalArgumentException((length == Integer.SIZE ? "IPv4" : "IPv6") + " mask bits must be < "
                    + length);
        }
        return new Cidr(number(address).shiftRight(length - mask), length, mask);
    }

    private static int mask(String text) {
        try {
            int mask = Integer.parseInt(text);
            if (mask < 0) {
                throw new IllegalArgumentException("Malformed CIDR, mask bits must not be negative");
            }
            return mask;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Malformed CIDR, mask bits must be an integer", e);
        }
    }

    private static byte[] address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static BigInteger number(byte[] address) {
        return new BigInteger(1, address);
    }

    boolean contains(String text) {
        byte[] address = address(text);
        return address != null && address.length * Byte.SIZE == length
                && number(address).shiftRight(length - mask).equals(network);
    }
}
