/** UserInfo (OpenID Connect Core §5.3): what an access token's client may know of its person, as of now. */
@NullMarked
package dev.signet.oidc.userinfo;

import org.jspecify.annotations.NullMarked;
