/**
 * Discovery documents (OpenID Connect Discovery, RFC 8414, RFC 9728). This package defines none of the endpoints in
 * them.
 */
@NullMarked
package dev.signet.oidc.discovery;

import org.jspecify.annotations.NullMarked;
