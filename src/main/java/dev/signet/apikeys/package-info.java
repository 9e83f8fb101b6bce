/**
 * API keys of people and of service accounts: made and shown once, hashed, judged, rotated, revoked, expired. A key stands in place of an
 * access token ({@link dev.signet.tokens.StandInSource}) and can do nothing that takes a login.
 */
@NullMarked
package dev.signet.apikeys;

import org.jspecify.annotations.NullMarked;
