package dev.signet.fetch;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * A network-specific IPv6 prefix (RFC 6052 §2.2): a NAT64 gateway translates an IPv6 address with this prefix to the
 * IPv4 address that it contains.
 */
final class Nat64Prefix {

    private static final Set<Integer> LENGTHS = Set.of(32, 40, 48, 56, 64, 96);
    // Bits 64 to 71 are not part of the IPv4 address.
    private static final int RESERVED_BYTE = 8;

    private final byte[] network;
    private final int bytes;

    private Nat64Prefix(byte[] network, int bytes) {
        this.network = network;
        this.bytes = bytes;
    }

    /**
     * Parses a prefix such as {@code 2001:db8:64::/96}; returns empty if the text is not a prefix of one of the six
     * lengths.
     */
    static Optional<Nat64Prefix> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("[0-9]{2}")) {
            return Optional.empty();
        }
        byte @Nullable [] network = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
        int bits = Integer.parseInt(text.substring(slash + 1));
        return network == null || network.length != 16 || !LENGTHS.contains(bits)
                ? Optional.empty()
                : Optional.of(new Nat64Prefix(network, bits / 8));
    }

    /** Returns the IPv4 address in an IPv6 address below this prefix; empty for every other IP address. */
    Optional<InetAddress> translate(InetAddress ipAddress) {
        byte[] all = ipAddress.getAddress();
        if (all.length != network.length) {
            return Optional.empty();
        }
        for (int i = 0; i < bytes; i++) {
            if (all[i] != network[i]) {
                return Optional.empty();
            }
        }
        byte[] embedded = new byte[4];
        int from = bytes;
        for (int i = 0; i < embedded.length; i++) {
            if (from == RESERVED_BYTE) {
                from++;
            }
            embedded[i] = all[from++];
        }
        try {
            return Optional.of(InetAddress.getByAddress(embedded));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an IPv4 address has four bytes", e);
        }
    }
}
