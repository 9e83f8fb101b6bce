/** Revocation by clients (RFC 7009): a client gives back its own tokens, and learns nothing about those of others. */
@NullMarked
package dev.signet.oauth.revocation;

import org.jspecify.annotations.NullMarked;
