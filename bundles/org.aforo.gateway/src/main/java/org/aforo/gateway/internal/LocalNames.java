package org.aforo.gateway.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which names and addresses mean this machine and can't be made to mean it by somebody else's DNS. */
final class LocalNames {

    private static final Pattern LOOPBACK_V4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private LocalNames() {
    }

    /** Whether a {@code Host} header names this machine: {@code localhost}, names below it, loopback addresses. */
    static boolean isLocalHost(String hostHeader) {
        if (hostHeader == null) {
            return false;
        }
        String host = withoutPort(hostHeader.toLowerCase(Locale.ROOT));
        return host.equals("localhost") || host.endsWith(".localhost") || host.equals("[::1]")
                || LOOPBACK_V4.matcher(host).matches();
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    /** Whether an {@code Origin} header names a page that this machine served. */
    static boolean isLocalOrigin(String origin) {
        try {
            return isLocalHost(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether an address to listen on can only be reached from this machine. */
    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether a connection came from this machine. */
    static boolean isLoopback(SocketAddress peer) {
        return peer instanceof InetSocketAddress inet && inet.getAddress() != null
                && inet.getAddress().isLoopbackAddress();
    }
}
