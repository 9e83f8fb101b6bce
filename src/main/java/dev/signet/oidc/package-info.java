/**
 * OpenID Connect on top of OAuth: what this provider says of itself, ID Tokens, UserInfo, logout. Logs nobody in and grants
 * nothing; delete it and an OAuth authorization server remains.
 */
@NullMarked
package dev.signet.oidc;

import org.jspecify.annotations.NullMarked;
