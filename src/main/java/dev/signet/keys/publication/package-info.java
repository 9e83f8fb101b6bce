/** The JWK Set over HTTP, plain and signed. */
@NullMarked
package dev.signet.keys.publication;

import org.jspecify.annotations.NullMarked;
