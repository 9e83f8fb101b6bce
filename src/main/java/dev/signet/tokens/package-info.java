/**
 * Issue, rotation, verification and revocation of access tokens and of refresh-token families (sessions), each in a
 * package of its own. Independent of the authentication methods of users.
 */
@NullMarked
package dev.signet.tokens;

import org.jspecify.annotations.NullMarked;
