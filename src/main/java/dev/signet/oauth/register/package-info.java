/**
 * Endpoints where clients register themselves (RFC 7591) and manage their registration (RFC 7592). The package {@code
 * clients} contains the rules.
 */
@NullMarked
package dev.signet.oauth.register;

import org.jspecify.annotations.NullMarked;
