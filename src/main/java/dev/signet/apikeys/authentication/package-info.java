/**
 * Verification of presented API keys: their text form, the cache of each node, and the claims that a key represents. A
 * key is an alternative bearer credential ({@link dev.signet.tokens.bearer.AlternativeBearerSource}).
 */
@NullMarked
package dev.signet.apikeys.authentication;

import org.jspecify.annotations.NullMarked;
