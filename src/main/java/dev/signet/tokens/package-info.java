/**
 * Issue, rotation, verification and revocation of access tokens and of refresh-token families (sessions). Independent
 * of the authentication methods of users.
 */
@NullMarked
package dev.signet.tokens;

import org.jspecify.annotations.NullMarked;
