package dev.signet.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/** Scopes and audiences of the first-party login. */
@ConfigMapping(prefix = "signet.login")
public interface LoginConfig {

    /** The {@code client_id} of tokens from the first-party login. */
    @WithDefault("signet")
    String clientId();

    /** Audiences that a login may request, in addition to the default audience. */
    Optional<List<String>> audiences();

    /** Scopes that a login may request. */
    @WithDefault("profile,email")
    List<String> scopes();

    /** Scope of a login that requests none, space-separated. */
    @WithDefault("profile")
    String defaultScope();
}
