package dev.signet.clients.metadata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.List;
import java.util.Optional;

/** Permissions of clients that register themselves. */
@ConfigMapping(prefix = "signet.clients")
public interface SelfRegistrationConfig {

    /**
     * Scopes that self-registered clients may have. A client that requests no scopes gets all of them. With {@code
     * groups}, clients may request the roles of users; the log warns about it at the start.
     */
    @WithDefault("openid,profile,email,offline_access")
    List<String> registrationScopes();

    /**
     * Audiences for which self-registered clients may request tokens. Without any, their tokens are valid for UserInfo
     * only. The log lists the audiences at the start.
     */
    Optional<List<String>> registrationAudiences();
}
