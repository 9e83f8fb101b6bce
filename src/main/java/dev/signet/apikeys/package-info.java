/**
 * API keys of users and service accounts: created and returned once, hashed, verified, rotated, revoked, expired. A key
 * is an alternative bearer credential ({@link dev.signet.tokens.bearer.AlternativeBearerSource}) and is not accepted
 * for operations that require a login.
 */
@NullMarked
package dev.signet.apikeys;

import org.jspecify.annotations.NullMarked;
