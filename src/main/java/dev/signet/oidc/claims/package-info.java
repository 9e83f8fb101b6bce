/** Claims about users that clients receive, and the scopes and parameters that request them. */
@NullMarked
package dev.signet.oidc.claims;

import org.jspecify.annotations.NullMarked;
