/**
 * Issues, rotates, verifies and revokes: access tokens, and the refresh-token family that a session is. Does not know how
 * anyone proved who they are.
 */
@NullMarked
package dev.signet.tokens;

import org.jspecify.annotations.NullMarked;
