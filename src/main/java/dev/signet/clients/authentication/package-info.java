/**
 * Client authentication (RFC 6749 §2.3): secrets and assertions, with the storage of used assertions, and the keys of
 * clients.
 */
@NullMarked
package dev.signet.clients.authentication;

import org.jspecify.annotations.NullMarked;
