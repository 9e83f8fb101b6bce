/**
 * The authorization endpoint (RFC 6749 §3.1, OpenID Connect Core §3.1.2): judges what a client asks for, leads a person through the
 * pages that are needed, and sends the browser back with a code. Logs nobody in itself and issues no token.
 */
@NullMarked
package dev.signet.oauth.authorize;

import org.jspecify.annotations.NullMarked;
