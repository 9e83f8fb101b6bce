/**
 * Sessions, which are refresh-token families: start, refresh-token rotation with reuse detection, list and end. Owns
 * the session table.
 */
@NullMarked
package dev.signet.tokens.session;

import org.jspecify.annotations.NullMarked;
