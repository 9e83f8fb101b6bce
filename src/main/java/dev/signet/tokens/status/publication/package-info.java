/** Publication of the Token Status Lists: signed documents and their endpoints. */
@NullMarked
package dev.signet.tokens.status.publication;

import org.jspecify.annotations.NullMarked;
