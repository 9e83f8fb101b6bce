/**
 * Revocation by clients (RFC 7009): a client revokes its own tokens and learns nothing about those of other clients.
 */
@NullMarked
package dev.signet.oauth.revocation;

import org.jspecify.annotations.NullMarked;
