/** Revocations of tokens before their expiry: stored for all nodes and kept in the memory of each node. */
@NullMarked
package dev.signet.tokens.revocation;

import org.jspecify.annotations.NullMarked;
