/**
 * The keys of this node in memory: it signs and verifies with them and creates the JWK Set. The ring changes no key.
 */
@NullMarked
package dev.signet.keys.ring;

import org.jspecify.annotations.NullMarked;
