package dev.signet.web.caller;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The IP address of the client. If the peer is not a trusted proxy, it is the address of the peer. Otherwise it is the
 * last {@code X-Forwarded-For} entry that is not a trusted proxy. The header is read from the right, because the client
 * could have sent everything to the left.
 */
@Singleton
final class ClientIpAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final Pattern WITH_PORT =
            Pattern.compile("\\[((?=[^]]*:)[0-9A-Fa-f:.]{2,45})](?::[0-9]{1,5})?|([0-9.]{7,15}):[0-9]{1,5}");

    private final List<IpAddressRange> trusted;

    ClientIpAddress(ProxyConfig config) {
        this.trusted = config.trustedProxies().orElse(List.of()).stream()
                .map(range -> IpAddressRange.parse(range.trim()))
                .toList();
    }

    String of(HttpServerRequest request) {
        String peer = request.remoteAddress().hostAddress();
        // Some proxies append their own header line after the one that the client sent.
        return resolve(
                peer == null ? "" : peer, String.join(",", request.headers().getAll(FORWARDED_FOR)));
    }

    String resolve(String peer, String forwardedFor) {
        String nearest = peer;
        if (forwardedFor.isEmpty() || !isTrusted(peer)) {
            return nearest;
        }
        String[] hops = forwardedFor.split(",", -1);
        for (int i = hops.length - 1; i >= 0; i--) {
            String hop = withoutPort(hops[i].trim());
            if (!NetUtil.isValidIpV4Address(hop) && !NetUtil.isValidIpV6Address(hop)) {
                return nearest;
            }
            nearest = hop;
            if (!isTrusted(hop)) {
                return nearest;
            }
        }
        return nearest;
    }

    // Some proxies add the port, as in RFC 7239 §6. If it were not removed, every client of such a proxy would have the
    // IP address of the proxy.
    private static String withoutPort(String hop) {
        Matcher form = WITH_PORT.matcher(hop);
        if (!form.matches()) {
            return hop;
        }
        return form.group(1) == null ? form.group(2) : form.group(1);
    }

    private boolean isTrusted(String ipAddress) {
        for (IpAddressRange range : trusted) {
            if (range.contains(ipAddress)) {
                return true;
            }
        }
        return false;
    }
}
