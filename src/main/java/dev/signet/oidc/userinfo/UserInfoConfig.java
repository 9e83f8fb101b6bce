package dev.signet.oidc.userinfo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Settings of UserInfo. */
@ConfigMapping(prefix = "signet.oidc.user-info")
interface UserInfoConfig {

    /** Time for which UserInfo caches an account; {@code PT0S} disables the cache. */
    @WithDefault("PT2S")
    Duration reuse();
}
