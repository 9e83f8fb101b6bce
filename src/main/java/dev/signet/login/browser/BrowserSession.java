package dev.signet.login.browser;

import dev.signet.tokens.grant.AuthenticationContext;

import java.util.UUID;

/**
 * A browser session of a signed-in user.
 *
 * @param authenticationContext the context of the last authentication
 */
public record BrowserSession(UUID id, UUID accountId, AuthenticationContext authenticationContext) {}
