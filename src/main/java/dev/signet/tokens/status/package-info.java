/**
 * Token Status Lists: the places in them, handed out in memory, and the signed lists that anyone may fetch and keep. Knows nothing of
 * sessions and clients but their names.
 */
@NullMarked
package dev.signet.tokens.status;

import org.jspecify.annotations.NullMarked;
