/**
 * API keys of users and service accounts: created and returned once, hashed, verified, rotated, revoked, expired. A key

 */
@NullMarked
package dev.signet.apikeys;

import org.jspecify.annotations.NullMarked;
