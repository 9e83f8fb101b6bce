/**
 * The authorization endpoint (RFC 6749 §3.1, OpenID Connect Core §3.1.2): validates the request of a client, shows the
 * user the required pages, and redirects the browser to the client with a code. Delegates authentication and issues no
 * token.
 */
@NullMarked
package dev.signet.oauth.authorize;

import org.jspecify.annotations.NullMarked;
