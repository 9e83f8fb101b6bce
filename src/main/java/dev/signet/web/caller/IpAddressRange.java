package dev.signet.web.caller;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

/** A CIDR range of IPv4 or IPv6 addresses; a single address is a range of one. */
final class IpAddressRange {

    private final byte[] network;
    private final int prefixBits;

    private IpAddressRange(byte[] network, int prefixBits) {
        this.network = network;
        this.prefixBits = prefixBits;
    }

    /**
     * Parses {@code 10.0.0.0/8}, {@code ::1} and similar texts; host names are not accepted.
     *
     * @throws IllegalArgumentException if the text is neither an IP address nor a range
     */
    static IpAddressRange parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = NetUtil.createByteArrayFromIpAddressString(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            throw new IllegalArgumentException("must be an IP address or CIDR range: " + text);
        }
        int bits = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > network.length * 8) {
            throw new IllegalArgumentException("prefix length out of range: " + text);
        }
        return new IpAddressRange(network, bits);
    }

    boolean contains(String ipAddress) {
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(ipAddress);
        if (bytes == null || bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefixBits; bit++) {
            int mask = 0x80 >> (bit & 7);
            if (((bytes[bit >> 3] ^ network[bit >> 3]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
