package dev.signet.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/** What the first-party login may give. */
@ConfigMapping(prefix = "signet.login")
interface LoginConfig {

    /** The {@code client_id} of tokens from the first-party login. */
    @WithDefault("signet")
    String clientId();

    /** Audiences a login may ask for, besides the default one. */
    Optional<List<String>> audiences();

    /** Scopes a login may ask for. */
    @WithDefault("profile,email")
    List<String> scopes();

    /** Scope given when none is asked for, space-separated. */
    @WithDefault("profile")
    String defaultScope();
}
