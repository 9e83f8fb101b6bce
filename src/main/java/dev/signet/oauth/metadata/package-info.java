/**
 * Authorization server metadata (RFC 8414), contributed by the packages that implement the features. Contains the
 * metadata of client registration.
 */
@NullMarked
package dev.signet.oauth.metadata;

import org.jspecify.annotations.NullMarked;
