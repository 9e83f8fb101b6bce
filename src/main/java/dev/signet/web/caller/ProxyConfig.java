package dev.signet.web.caller;

import io.smallrye.config.ConfigMapping;

import java.util.List;
import java.util.Optional;

/** The reverse proxies in front of Signet. */
@ConfigMapping(prefix = "signet.web")
interface ProxyConfig {

    /** IP addresses or CIDR ranges of reverse proxies. {@code X-Forwarded-For} of other senders is ignored. */
    Optional<List<String>> trustedProxies();
}
