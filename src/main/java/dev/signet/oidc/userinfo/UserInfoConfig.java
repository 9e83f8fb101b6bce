package dev.signet.oidc.userinfo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** UserInfo. */
@ConfigMapping(prefix = "signet.oidc.user-info")
interface UserInfoConfig {

    /** For how long what was read of an account is told again without reading it anew; {@code PT0S} for never. */
    @WithDefault("PT2S")
    Duration reuse();

    /** Interval at which outdated accounts are removed from the cache of UserInfo. */
    @WithDefault("PT10M")
    Duration cleanUpInterval();
}
