/**
 * API keys of users and service accounts: created and returned once, hashed, rotated, revoked, expired. A key is not
 * accepted for operations that require a login. Owns the table of API keys, and provides it to {@code authentication}
 * through the interface {@code StoredApiKeys}.
 */
@NullMarked
package dev.signet.apikeys;

import org.jspecify.annotations.NullMarked;
