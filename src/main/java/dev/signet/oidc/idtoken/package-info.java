/** ID Tokens (OpenID Connect Core §2): issued for a token response, and verified when presented as a hint. */
@NullMarked
package dev.signet.oidc.idtoken;

import org.jspecify.annotations.NullMarked;
