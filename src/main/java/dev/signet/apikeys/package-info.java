/**
 * API keys of users and service accounts: created and returned once, hashed, rotated, revoked, expired. A key is not
 * accepted for operations that require a login. Owns the table of API keys; {@code authentication} only reads it and
 * records the uses.
 */
@NullMarked
package dev.signet.apikeys;

import org.jspecify.annotations.NullMarked;
