package dev.signet.tokens.access;

import dev.signet.web.issuer.Issuer;
import jakarta.inject.Singleton;

/** Default audience of tokens, which is also the audience that Signet's own endpoints require. */
@Singleton
public final class DefaultAudience {

    private final String value;
    private final String userInfo;

    DefaultAudience(AccessTokenConfig config, Issuer issuer) {
        this.value = config.audience().orElse(issuer.value());
        this.userInfo = issuer.url("/oauth2/userinfo");
    }

    public String value() {
        return value;
    }

    /** Returns the audience of clients without registered audiences, whose tokens only UserInfo accepts. */
    public String userInfo() {
        return userInfo;
    }
}
