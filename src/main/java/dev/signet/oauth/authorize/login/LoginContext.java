package dev.signet.oauth.authorize.login;

import dev.signet.oauth.authorize.transaction.AuthorizationStep;
import dev.signet.pages.ContentPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Purpose of a login, as far as the sign-in pages need it.
 *
 * @param path the path below which the forms of these pages are submitted
 * @param name the name of the client or installation that the pages show
 * @param clientId the client for which the login is recorded
 */
public record LoginContext(
        String path,
        String name,
        String clientId,
        @Nullable String uiLocales,
        ContentPolicy policy,
        AuthorizationStep signIn,
        AuthorizationStep secondFactor) {}
