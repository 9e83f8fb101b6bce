/**
 * Authorization requests in all their forms: as a query, as a signed request object (RFC 9101), or pushed (RFC 9126).
 * Validates the client and the redirect URI before everything else. Shows no page and does not interact with users.
 */
@NullMarked
package dev.signet.oauth.request;

import org.jspecify.annotations.NullMarked;
