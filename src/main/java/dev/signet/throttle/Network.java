package dev.signet.throttle;

import io.netty.util.NetUtil;

import java.util.Arrays;
import java.util.HexFormat;

/** Whose address it is: an IPv4 address by itself, of an IPv6 address the /64, because a site has all of one. */
final class Network {

    private static final int SITE_PREFIX_BYTES = 8;

    private Network() {}

    static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return address;
        }
        if (bytes.length == 16 && isMapped(bytes)) {
            return HexFormat.of().formatHex(bytes, 12, 16);
        }
        return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, SITE_PREFIX_BYTES));
    }

    // ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2) is the IPv4 address it carries.
    private static boolean isMapped(byte[] bytes) {
        return Arrays.equals(bytes, 0, 10, new byte[10], 0, 10) && bytes[10] == -1 && bytes[11] == -1;
    }
}
