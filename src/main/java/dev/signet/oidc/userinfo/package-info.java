/** UserInfo (OpenID Connect Core §5.3): the current claims of a user that the client of an access token may receive. */
@NullMarked
package dev.signet.oidc.userinfo;

import org.jspecify.annotations.NullMarked;
