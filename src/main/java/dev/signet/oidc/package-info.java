/**
 * OpenID Connect on top of OAuth: discovery, ID Tokens, UserInfo, logout. Authenticates no user and grants nothing.
 * Without this package, an OAuth authorization server remains.
 */
@NullMarked
package dev.signet.oidc;

import org.jspecify.annotations.NullMarked;
