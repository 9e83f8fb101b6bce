package dev.signet.throttle;

import io.netty.util.NetUtil;

import java.util.Arrays;
import java.util.HexFormat;

/** The network of a client: its IPv4 address, or the /64 of its IPv6 address because one site has a whole /64. */
final class Network {

    private static final int SITE_PREFIX_BYTES = 8;

    private Network() {}

    static String of(String ipAddress) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(ipAddress);
        if (bytes == null) {
            return ipAddress;
        }
        if (bytes.length == 16 && isMapped(bytes)) {
            return HexFormat.of().formatHex(bytes, 12, 16);
        }
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SITE_PREFIX_BYTES));
    }

    // ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2) is an IPv4 address.
    private static boolean isMapped(byte[] bytes) {
        return Arrays.equals(bytes, 0, 10, new byte[10], 0, 10) && bytes[10] == -1 && bytes[11] == -1;
    }
}
