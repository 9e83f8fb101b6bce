package dev.signet.fetch;

import java.net.InetAddress;
import java.util.List;

/**
 * The IP addresses of the public internet: all addresses that are not reserved by the IANA special-purpose registries
 * (RFC 6890). For IPv6 these are only addresses in 2000::/3 (RFC 4291 §2.4). This excludes loopback, unique local,
 * link-local, site-local and multicast addresses, and those that map or translate to IPv4 (::/96, ::ffff:0:0/96,
 * 64:ff9b::/96).
 */
final class PublicIpAddresses {

    private static final class Range {

        private final byte[] network;
        private final int bits;

        Range(byte[] network, int bits) {
            this.network = network;
            this.bits = bits;
        }

        boolean contains(byte[] ipAddress) {
            if (ipAddress.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((ipAddress[bit >> 3] ^ network[bit >> 3]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Range GLOBAL_UNICAST = v6(0x2000, 0, 3);

    private static final List<Range> RESERVED = List.of(
            v4(0, 0, 0, 0, 8), // "this network" (RFC 791)
            v4(10, 0, 0, 0, 8), // private (RFC 1918)
            v4(100, 64, 0, 0, 10), // shared by carriers (RFC 6598)
            v4(127, 0, 0, 0, 8), // loopback
            v4(169, 254, 0, 0, 16), // link-local; the metadata services of clouds
            v4(172, 16, 0, 0, 12),
            v4(192, 0, 0, 0, 24), // protocol assignments
            v4(192, 0, 2, 0, 24), // documentation (RFC 5737)
            v4(192, 88, 99, 0, 24), // 6to4 relays (RFC 7526)
            v4(192, 168, 0, 0, 16),
            v4(198, 18, 0, 0, 15), // benchmarking (RFC 2544)
            v4(198, 51, 100, 0, 24),
            v4(203, 0, 113, 0, 24),
            v4(224, 0, 0, 0, 4), // multicast
            v4(240, 0, 0, 0, 4), // reserved, broadcast
            v6(0x2001, 0, 23), // protocol assignments: Teredo, benchmarking, ORCHID
            v6(0x2001, 0xdb8, 32), // documentation
            v6(0x2002, 0, 16), // 6to4, which carries any IPv4 address (RFC 3056)
            v6(0x3fff, 0, 20)); // documentation (RFC 9637)

    private PublicIpAddresses() {}

    static boolean includes(InetAddress ipAddress) {
        byte[] bytes = ipAddress.getAddress();
        if (bytes.length != 4 && !GLOBAL_UNICAST.contains(bytes)) {
            return false;
        }
        for (Range range : RESERVED) {
            if (range.contains(bytes)) {
                return false;
            }
        }
        return true;
    }

    private static Range v4(int a, int b, int c, int d, int bits) {
        return new Range(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
    }

    private static Range v6(int first, int second, int bits) {
        byte[] network = new byte[16];
        network[0] = (byte) (first >> 8);
        network[1] = (byte) first;
        network[2] = (byte) (second >> 8);
        network[3] = (byte) second;
        return new Range(network, bits);
    }
}
