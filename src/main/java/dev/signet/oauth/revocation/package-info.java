/**
 * Revocation by clients: a client revokes its own tokens and learns nothing about those of other clients (RFC 7009), or
 * ends everything that an account was granted (draft-parecki-oauth-global-token-revocation).
 */
@NullMarked
package dev.signet.oauth.revocation;

import org.jspecify.annotations.NullMarked;
