/** The documents by which everything else is found (OpenID Connect Discovery, RFC 8414, RFC 9728). Knows no endpoint itself. */
@NullMarked
package dev.signet.oidc.discovery;

import org.jspecify.annotations.NullMarked;
