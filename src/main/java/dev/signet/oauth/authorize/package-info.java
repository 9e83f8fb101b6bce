/**
 * The authorization endpoint (RFC 6749 §3.1, OpenID Connect Core §3.1.2): it validates the request of a client, shows
 * the required pages to the user, and redirects the browser with a code. It delegates authentication and issues no
 * token.
 */
@NullMarked
package dev.signet.oauth.authorize;

import org.jspecify.annotations.NullMarked;
