/**
 * Issue, rotation, verification and revocation of access tokens and of refresh-token families (sessions), each in a
 * package of its own; this one removes what has expired in them. Independent of the authentication methods of users.
 */
@NullMarked
package dev.signet.tokens;

import org.jspecify.annotations.NullMarked;
