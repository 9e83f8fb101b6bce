/** ID Tokens (OpenID Connect Core §2): made for a token response, and recognised again as a hint. */
@NullMarked
package dev.signet.oidc.idtoken;

import org.jspecify.annotations.NullMarked;
